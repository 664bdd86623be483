import { z } from 'zod'
import { text } from '../scenario/primitives.ts'
import { type Complaint, type Problem, readDocument } from '../taxonomy/document.ts'
import { figure, origin, sources, unknownSources } from '../taxonomy/source.ts'
import { CRITICAL_KINDS, RECORD_FIELDS, RED_LINES } from '../taxonomy/vocabulary.ts'

/** The shape of scenarios/rubric.yaml: what the points are, each figure with where it comes from. Times are in ms. */

/** Stages with a default target and limit. */
export const STAGES = [
  'answer',
  'greet',
  'locate',
  'safety',
  'firstClass',
  'finalClass',
  'firstDispatchL1',
  'firstDispatchL2',
  'firstDispatchL3',
  'dispatchAfterInfo',
  'update',
  'leadTold',
  'partnerTold',
  'signIn',
  'chase',
  'arrivalTown',
  'arrivalSuburb',
  'callBack',
  'smsReply',
  'replyGap',
] as const
export type Stage = (typeof STAGES)[number]

const fact = z.strictObject({ ...figure.shape, fields: z.array(z.enum(RECORD_FIELDS)).max(10) })
const dim = {
  name: text,
  points: figure,
  /** What 1, 3 and 5 of a behaviourally anchored scale look like. */
  anchors: z.strictObject({ low: text, mid: text, high: text }),
}
const stage = z.strictObject({ name: text, target: figure, limit: figure })
const wordList = z.strictObject({
  zh: z.array(z.string().min(1).max(20)).min(1).max(60),
  en: z.array(z.string().min(1).max(40)).min(1).max(60),
})

export const rubricFile = z.strictObject({
  version: z.int().min(1),
  note: text,
  sources,
  pass: figure,
  cap: figure,
  dims: z.strictObject({
    D1: z.strictObject({
      ...dim,
      parts: z.strictObject({ class: figure, subtype: figure, owner: figure }),
    }),
    D2: z.strictObject({
      ...dim,
      losses: z.strictObject({ under1: figure, under2: figure, over1: figure, over2: figure }),
    }),
    D3: z.strictObject({
      ...dim,
      parts: z.strictObject({
        located: fact,
        verified: fact,
        what: fact,
        people: fact,
        danger: fact,
        when: fact,
        callback: fact,
      }),
      shiftable: figure,
    }),
    D4: z.strictObject({
      ...dim,
      parts: z.strictObject({ answer: figure, dispatch: figure, updates: figure, stage: figure }),
      formula: z.string().max(80),
      gate: text,
    }),
    D5: z.strictObject({
      ...dim,
      parts: z.strictObject({ required: figure, dutyLead: figure, threeWay: figure }),
      losses: z.strictObject({ useless: figure, harmful: figure }),
    }),
    D6: z.strictObject({
      ...dim,
      parts: z.strictObject({ supportive: figure, moods: figure }),
      losses: z.strictObject({ forbidden: figure, interruption: figure }),
      share: z.strictObject({ full: figure, none: figure, minimum: figure }),
    }),
    D7: z.strictObject({
      ...dim,
      parts: z.strictObject({ narrative: figure, close: figure, note: figure }),
      losses: z.strictObject({ guess: figure }),
    }),
  }),
  redLines: z.array(z.strictObject({ id: z.enum(RED_LINES), name: text, text, ...origin })),
  critical: z.array(
    z.strictObject({ id: z.enum(CRITICAL_KINDS), line: z.enum(RED_LINES), name: text, ...origin }),
  ),
  stages: z.record(z.enum(STAGES), stage),
  limits: z.strictObject({ hold: figure, callBackTries: figure }),
  words: z.strictObject({ ...origin, guess: wordList, fact: wordList }),
  satisfaction: z.strictObject({
    start: figure,
    least: figure,
    most: figure,
    trustHighAt: figure,
    trustLowAt: figure,
    trustHigh: figure,
    trustLow: figure,
    answerLate: figure,
    held: figure,
    forbidden: figure,
    forbiddenMost: figure,
    explained: figure,
    notCalledBack: figure,
    transferUnasked: figure,
    hungUp: figure,
    outcome: z.strictObject({
      safe: figure,
      handed: figure,
      late: figure,
      lost: figure,
      failed: figure,
    }),
  }),
})

export type Rubric = z.output<typeof rubricFile>

export type ParsedRubric =
  | { readonly ok: true; readonly rubric: Rubric }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the text of a rubric file. Never throws; every problem has its line and column. */
export function parseRubric(source: string): ParsedRubric {
  const read = readDocument(source, rubricFile, complaints)
  return read.ok ? { ok: true, rubric: read.value } : read
}

/** Target and limit of a stage in ms. */
export function stageSpan(
  rubric: Rubric,
  id: Stage,
): { readonly target: number; readonly limit: number } {
  const { target, limit } = rubric.stages[id]
  return { target: target.value, limit: limit.value }
}

/** What a schema can't say: totals that add up, targets before limits, whole closed lists, known sources. */
function complaints(file: Rubric): readonly Complaint[] {
  const found: Complaint[] = unknownSources(file, file.sources).map((path) => ({
    path,
    message: { zh: 'sources 里没有这个出处。', en: 'This source is not in the list of sources.' },
  }))
  const total = Object.values(file.dims).reduce((sum, { points }) => sum + points.value, 0)
  if (total !== 100) {
    found.push({
      path: ['dims'],
      message: {
        zh: `七个维度合计 ${total} 分，应为 100。`,
        en: `The seven dimensions add up to ${total}; they must give 100.`,
      },
    })
  }
  for (const [id, entry] of Object.entries(file.dims)) {
    if (!('parts' in entry)) continue
    const sum = Object.values(entry.parts).reduce((points, part) => points + part.value, 0)
    if (sum !== entry.points.value) {
      found.push({
        path: ['dims', id, 'parts'],
        message: {
          zh: `${id} 各项合计 ${sum} 分，应为 ${entry.points.value}。`,
          en: `The parts of ${id} add up to ${sum}; they must give ${entry.points.value}.`,
        },
      })
    }
  }
  for (const [id, { target, limit }] of Object.entries(file.stages)) {
    if (target.value < 0 || target.value >= limit.value) {
      found.push({
        path: ['stages', id, 'limit'],
        message: { zh: '上限应大于目标。', en: 'The limit must be above the target.' },
      })
    }
  }
  if (file.cap.value >= file.pass.value) {
    found.push({
      path: ['cap'],
      message: {
        zh: '红线封顶分应低于合格线。',
        en: 'The red-line cap must lie below the pass mark.',
      },
    })
  }
  if (file.dims.D6.share.none.value >= file.dims.D6.share.full.value) {
    found.push({
      path: ['dims', 'D6', 'share'],
      message: { zh: 'none 应小于 full。', en: '`none` must lie below `full`.' },
    })
  }
  const once = (key: 'redLines' | 'critical', ids: readonly string[]): void => {
    const given = file[key].map((entry) => entry.id)
    for (const id of ids) {
      const count = given.filter((other) => other === id).length
      if (count !== 1) {
        found.push({
          path: [key],
          message: {
            zh: `${key} 里 ${id} 应正好出现一次，现在 ${count} 次。`,
            en: `${id} should stand exactly once in ${key}; it stands ${count} times.`,
          },
        })
      }
    }
  }
  once('redLines', RED_LINES)
  once('critical', CRITICAL_KINDS)
  return found
}
