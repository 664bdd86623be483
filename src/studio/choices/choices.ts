import type { City } from '../../core/city/city.ts'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { FACT_RECORDS } from '../../core/scenario/key.ts'
import { flagsSet } from '../../core/scenario/references.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { CRITICAL_KINDS } from '../../core/taxonomy/vocabulary.ts'

/** What may be written at a place of the file, where it is one of a list: for the forms and for completion alike. */
export interface Choice {
  readonly id: string
  readonly zh: string
  readonly en: string
}

export interface ChoiceGround {
  readonly scenario: Scenario | null
  readonly taxonomy: Taxonomy
  readonly city: City | null
  /** The cities that it may play in. */
  readonly cities?: readonly Choice[]
}

const plain = (ids: Iterable<string>): Choice[] => [...ids].map((id) => ({ id, zh: id, en: id }))
const named = (
  list: readonly {
    readonly id: string
    readonly name: { readonly zh: string; readonly en: string }
  }[],
): Choice[] => list.map(({ id, name }) => ({ id, zh: name.zh, en: name.en }))

/** The names that a scenario's own things have, with a few words where they have any. */
function nodes({ scenario }: ChoiceGround): Choice[] {
  return Object.entries(scenario?.talk.nodes ?? {}).map(([id, { caller }]) => {
    const first = Array.isArray(caller) ? caller[0] : caller
    return { id, zh: first ? `${id} ${first.zh}` : id, en: first ? `${id} ${first.en}` : id }
  })
}

function facts({ scenario }: ChoiceGround): Choice[] {
  return Object.entries(scenario?.facts ?? {}).map(([id, { text }]) => ({
    id,
    zh: `${id} ${text.zh}`,
    en: `${id} ${text.en}`,
  }))
}

function endings({ scenario }: ChoiceGround): Choice[] {
  return Object.entries(scenario?.endings ?? {}).map(([id, { after }]) => ({
    id,
    zh: `${id} ${after.zh}`,
    en: `${id} ${after.en}`,
  }))
}

/** A group, by what its first reply says. */
function groups({ scenario }: ChoiceGround): Choice[] {
  return Object.entries(scenario?.talk.groups ?? {}).map(([id, list]) => {
    const [first] = Object.values(list)
    return { id, zh: `${id} ${first?.say.zh ?? ''}`, en: `${id} ${first?.say.en ?? ''}` }
  })
}

function criticals({ scenario }: ChoiceGround): Choice[] {
  return (scenario?.key.critical ?? []).map(({ id, text }) => ({
    id,
    zh: `${id} ${text.zh}`,
    en: `${id} ${text.en}`,
  }))
}

function replies({ scenario }: ChoiceGround): Choice[] {
  if (!scenario) return []
  const lists = [
    ...Object.values(scenario.talk.nodes).map(({ replies }) => replies ?? {}),
    ...Object.values(scenario.talk.groups),
  ]
  return lists.flatMap((list) =>
    Object.entries(list).map(([id, { say }]) => ({
      id,
      zh: `${id} ${say.zh}`,
      en: `${id} ${say.en}`,
    })),
  )
}

function partners({ scenario, city }: ChoiceGround): Choice[] {
  return [
    ...named(city?.partners ?? []),
    ...Object.entries(scenario?.world.partners ?? {}).map(([id, { name }]) => ({ id, ...name })),
  ]
}

function classes({ taxonomy }: ChoiceGround): Choice[] {
  return taxonomy.entries.map(({ id, name }) => ({
    id,
    zh: `${id} ${name.zh}`,
    en: `${id} ${name.en}`,
  }))
}

/** The landmarks and stations of the city. */
export function placesOf({ city }: ChoiceGround): Choice[] {
  return city ? named([...city.landmarks.values(), ...city.stations]) : []
}

/** What a fact may be: the options of its field, or places. */
function values(ground: ChoiceGround, path: Path): Choice[] {
  const fact = ground.scenario?.facts[String(path[1])]
  if (!fact) return []
  if (fact.record === 'location') return placesOf(ground)
  const field = ground.taxonomy.fields.find(({ id }) => id === fact.record)
  return (field?.options ?? []).map(({ id, zh, en }) => ({ id, zh, en }))
}

const OUTCOMES: readonly Choice[] = [
  { id: 'safe', zh: '平安：找到人、事已平', en: 'safe: found, or settled' },
  { id: 'handed', zh: '转到位：交到该管的地方', en: 'handed over to the right desk' },
  { id: 'late', zh: '晚了：办成了，付了代价', en: 'late: settled, at a price' },
  { id: 'lost', zh: '失去联系', en: 'contact lost' },
  { id: 'failed', zh: '没接好', en: 'failed' },
]

/** Backgrounds at the caller's end that come with the program. */
const AMBIENCES: readonly Choice[] = [
  { id: 'street-winter', zh: '冬天的街上', en: 'a street in winter' },
  { id: 'wind-high', zh: '高处的风', en: 'wind, high up' },
  { id: 'flat-night-thumps', zh: '夜里楼上的响动', en: 'thumps from above at night' },
  { id: 'building-site-pump', zh: '工地泵车', en: 'a pump on a building site' },
  { id: 'flat-thuds', zh: '隔墙的撞击声', en: 'thuds through a wall' },
  { id: 'mall', zh: '商场', en: 'a shopping mall' },
  { id: 'car', zh: '车里', en: 'inside a car' },
  { id: 'quiet-room', zh: '安静的屋里', en: 'a quiet room' },
  { id: 'sirens-far', zh: '远处警笛', en: 'sirens far away' },
]

const pick = (...pairs: readonly (readonly [id: string, zh: string, en: string])[]): Choice[] =>
  pairs.map(([id, zh, en]) => ({ id, zh, en }))

/** By the last name in the path: what may stand there. */
const BY_NAME: Readonly<Record<string, (ground: ChoiceGround, path: Path) => readonly Choice[]>> = {
  act: ({ taxonomy }) => named(taxonomy.acts),
  goto: nodes,
  end: endings,
  ending: endings,
  unanswered: endings,
  'hung-up': endings,
  reveals: facts,
  known: facts,
  'not-known': facts,
  fact: facts,
  flag: ({ scenario }) => plain(scenario ? flagsSet(scenario) : []),
  'not-flag': ({ scenario }) => plain(scenario ? flagsSet(scenario) : []),
  clear: ({ scenario }) => plain(scenario ? flagsSet(scenario) : []),
  set: ({ scenario }) => plain(scenario ? flagsSet(scenario) : []),
  use: groups,
  said: replies,
  'not-said': replies,
  of: replies,
  told: partners,
  'not-told': partners,
  bridged: partners,
  'not-bridged': partners,
  transferred: partners,
  partner: partners,
  sent: ({ taxonomy }) => named(taxonomy.units),
  'not-sent': ({ taxonomy }) => named(taxonomy.units),
  arrived: ({ taxonomy }) => named(taxonomy.units),
  'not-arrived': ({ taxonomy }) => named(taxonomy.units),
  teaches: ({ taxonomy }) => taxonomy.goals.map(({ id, zh, en }) => ({ id, zh, en })),
  notice: ({ taxonomy }) => named(taxonomy.notices),
  priority: ({ taxonomy }) => named(taxonomy.priorities),
  owner: ({ taxonomy }) => named(taxonomy.owners),
  record: ({ taxonomy }) =>
    named(taxonomy.fields.filter(({ id }) => FACT_RECORDS.some((one) => one === id))),
  ambient: () => AMBIENCES,
  outcome: () => OUTCOMES,
  around: placesOf,
  law: ({ taxonomy }) => plain(new Set(taxonomy.laws.map(({ topic }) => topic))),
  critical: criticals,
  channel: () =>
    pick(
      ['phone', '电话', 'phone'],
      ['sms', '短信', 'text message'],
      ['wechat', '微信', 'WeChat'],
      ['video', '视频', 'video'],
    ),
  gender: () => pick(['female', '女', 'female'], ['male', '男', 'male']),
  age: () =>
    pick(['child', '孩子', 'child'], ['adult', '成年人', 'adult'], ['elder', '老人', 'elder']),
  need: () =>
    pick(
      ['required', '必须', 'required'],
      ['useful', '有用', 'useful'],
      ['harmful', '有害', 'harmful'],
    ),
  do: () =>
    pick(
      ['tell', '通知', 'tell'],
      ['bridge', '三方通话', 'bridge'],
      ['transfer', '一键转接', 'transfer'],
    ),
  place: () =>
    pick(['right', '到对的地方', 'the right place'], ['wrong', '到错的地方', 'a wrong place']),
  mood: () =>
    pick(
      ['trust', '信任', 'trust'],
      ['arousal', '激动', 'arousal'],
      ['patience', '耐心', 'patience'],
    ),
  trainee: () =>
    pick(
      ['hang-up', '挂断', 'hangs up'],
      ['hold', '保持', 'holds'],
      ['resume', '恢复通话', 'resumes'],
    ),
  city: ({ city, cities }) =>
    cities ?? (city ? [{ id: city.id, zh: city.name.zh, en: city.name.en }] : []),
}

/** What may be written at a path; null if it isn't one of a list. Numbers in the path are places in a list. */
export function choicesAt(path: Path, ground: ChoiceGround): readonly Choice[] | null {
  const names = path.filter((step): step is string => typeof step === 'string')
  const last = names.at(-1) ?? ''
  const above = names.at(-2) ?? ''
  if (names[0] === 'vary') return null
  // a mood starts at a number
  if (last === 'start') return above === 'talk' ? nodes(ground) : null
  if (last === 'to' && above === 'goto') return nodes(ground)
  if (last === 'is' && above === 'class') return classes(ground)
  if (last === 'is' && names[0] === 'facts') return values(ground, path)
  if (last === 'at' && above === 'pin') return placesOf(ground)
  if (last === 'line') {
    if (names[0] === 'key')
      return pick(
        ['R1', 'R1 打不进、接不通', 'R1 unreachable'],
        ['R2', 'R2 询问派单不准不全', 'R2 inaccurate or incomplete'],
        ['R3', 'R3 有警不出、迟缓', 'R3 slow or missing response'],
      )
    if (above === 'on')
      return pick(['dropped', '断线', 'is cut'], ['restored', '恢复', 'is restored'])
    return pick(['dropped', '断线', 'is cut'])
  }
  if (last === 'kind') {
    if (above === 'critical') return plain(CRITICAL_KINDS)
    return named(ground.taxonomy.units)
  }
  if (last === 'from') {
    if (names[0] !== 'key') return [...partners(ground), ...named(ground.taxonomy.units)]
    return [...facts(ground), ...plain(ground.scenario ? flagsSet(ground.scenario) : [])]
  }
  return BY_NAME[last]?.(ground, path) ?? null
}
