/**
 * The closed lists that code depends on. What a trainer may only choose from stands here;
 * what a centre may reword (names, hints, definitions) stands in scenarios/taxonomy.yaml and
 * scenarios/rubric.yaml. A test holds the files and these lists equal.
 */

/** What a reply does in the talk. The last eleven are mistakes. */
export const ACTS = [
  'GREET',
  'SELF_INTRO',
  'OPEN_Q',
  'CLOSED_Q',
  'INFO_Q',
  'LOC_DIRECT',
  'LOC_LANDMARK',
  'READBACK',
  'SAFETY_Q',
  'INJURY_Q',
  'WEAPON_Q',
  'ASK_SUICIDE',
  'LABEL',
  'PARAPHRASE',
  'MIRROR',
  'MIN_ENC',
  'PAUSE',
  'SUMMARY',
  'REASSURE',
  'WARMTH',
  'HONEST',
  'EXPLAIN_NEXT',
  'INSTRUCT',
  'ASK_CONSENT',
  'CLOSE',
  'HOLD',
  'LECTURE',
  'MINIMISE',
  'ARGUE',
  'THREATEN',
  'PROMISE_BAD',
  'BLAME',
  'JARGON',
  'REFUSE',
  'UNSAFE',
  'LEADING',
] as const
export type Act = (typeof ACTS)[number]

/** How an act counts: forbidden acts cost points each time, risky ones only lower the share of good acts. */
export const ACT_QUALITIES = ['supportive', 'neutral', 'risky', 'forbidden'] as const
export type ActQuality = (typeof ACT_QUALITIES)[number]

/** The fields of the incident record (警情单), in the order of the form. */
export const RECORD_FIELDS = [
  'location',
  'class',
  'priority',
  'owner',
  'people',
  'injuries',
  'weapons',
  'dangers',
  'needs',
  'when',
  'callback',
  'callerName',
  'looks',
  'contacts',
  'narrative',
] as const
export type RecordField = (typeof RECORD_FIELDS)[number]

/** What a record field holds. */
export const FIELD_KINDS = [
  'place',
  'class',
  'choice',
  'number',
  'option',
  'options',
  'text',
  'tags',
] as const

export const MOODS = ['trust', 'arousal', 'patience'] as const
export type Mood = (typeof MOODS)[number]

/** L1 特急, L2 紧急, L3 一般, N 分流: from the gravest to none. */
export const PRIORITIES = ['L1', 'L2', 'L3', 'N'] as const
export type Priority = (typeof PRIORITIES)[number]

/** Who the matter belongs to (归口). */
export const OWNERS = [
  '110',
  '119',
  '120',
  '122',
  '12345',
  '12389',
  '12356',
  '96110',
  'utility',
] as const
export type Owner = (typeof OWNERS)[number]

export const UNIT_KINDS = ['patrol', 'station', 'traffic', 'swat', 'fire', 'ambulance'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** The seed's three 决不允许: can't get through / asked and sent wrongly / told but not gone. */
export const RED_LINES = ['R1', 'R2', 'R3'] as const
export type RedLine = (typeof RED_LINES)[number]

/** Failures that cap the total. Each belongs to one red line; rubric.yaml says which. */
export const CRITICAL_KINDS = [
  'answer-late',
  'hold-life-risk',
  'trainee-hung-up',
  'no-call-back',
  'life-risk-diverted',
  'wrong-place-no-readback',
  'danger-not-passed-on',
  'no-unit',
  'no-chase',
  'refused-dv',
  'wait-24h',
  'unsafe-instruction',
  'asked-password',
  'false-promise',
  'identity-revealed',
  'rang-hider',
] as const
export type CriticalKind = (typeof CRITICAL_KINDS)[number]

/** What a content notice can name before a grave call. */
export const NOTICES = ['suicide', 'child', 'violence', 'injury', 'death', 'abuse'] as const
export type Notice = (typeof NOTICES)[number]
