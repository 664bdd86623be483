import type { TrialGround } from '../robots/trial.ts'
import type { Path } from './diagnostic.ts'
import type { Finder } from './finder.ts'
import type { Answer } from './key.ts'
import type { Rolled } from './roll.ts'
import type { Condition } from './rules.ts'
import type { Scenario } from './schema.ts'
import { conditionsIn, keyItems, reactionsIn } from './spots.ts'

/** One variant's key against itself and against its story. `whole` is the scenario with all its variants. */
export function checkKey(
  rolled: Rolled,
  whole: Scenario,
  ground: TrialGround | null,
  finder: Finder,
): void {
  for (const { path, value } of keyItems(rolled, 'answers', rolled.scenario.key.answers))
    checkAnswer(path, value, finder)
  duties(rolled, finder)
  voiceless(rolled, finder)
  contradictions(rolled, finder)
  units(rolled, finder)
  named(rolled, whole, finder)
  for (const [id, { weight }] of Object.entries(rolled.scenario.facts))
    if (weight === 0)
      finder.add(
        'SC083',
        ['facts', id, 'weight'],
        `要素“${id}”不计分。`,
        `The fact '${id}' earns nothing.`,
      )
  if (ground) dutyLead(rolled, ground, finder)
}

/** `P03.suicide.minor` → `P03.suicide`, `P03`. */
function above(id: string): string[] {
  const parts = id.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'))
}

const familyOf = (id: string): string => id.split('.')[0] ?? id

function checkAnswer(path: Path, { class: { is, also = {} }, priority }: Answer, finder: Finder) {
  if (Object.hasOwn(also, is))
    finder.add(
      'SC080',
      [...path, 'class', 'also', is],
      `“${is}”是正确类别，不能又算部分得分。`,
      `'${is}' is the right class; it can't earn a part as well.`,
    )
  if (is.startsWith('N') !== (priority === 'N'))
    finder.add(
      'SC080',
      [...path, 'priority'],
      `类别“${is}”和等级 ${priority} 对不上。`,
      `The class '${is}' and priority ${priority} do not go together.`,
    )
  const parts = Object.entries(also)
  if (parts.length === 0) return
  const say = (zh: string, en: string) => finder.add('SC081', [...path, 'class', 'is'], zh, en)
  const family = parts.filter(([id]) => familyOf(id) === familyOf(is))
  const nearest = above(is).find((id) => Object.hasOwn(also, id))
  if (family.length === 0 || (is.includes('.') && nearest === undefined)) {
    say(
      `正确类别“${is}”的上级一分不得，别的大类倒得分。`,
      `The classes above '${is}' earn nothing, those of other families do.`,
    )
    return
  }
  const most = nearest === undefined ? 14 : (also[nearest] ?? 0)
  for (const [id, points] of family) {
    const isCousin = !id.startsWith(`${is}.`) && !is.startsWith(`${id}.`)
    const parent = above(id)[0]
    const isOrphan = parent !== undefined && parent !== is && !Object.hasOwn(also, parent)
    if (isCousin && (points > most || isOrphan)) {
      say(
        points > most
          ? `“${id}”得 ${points} 分，比正确类别的上级还多。`
          : `“${id}”得分，它的上级却不得分，也不是正确类别。`,
        points > most
          ? `'${id}' earns ${points}, more than the class above the right one.`
          : `'${id}' earns a part, but the class above it is neither right nor earns any.`,
      )
      return
    }
  }
}

/** What failures and stages are about must be a duty, in each variant that has them. */
function duties(rolled: Rolled, finder: Finder): void {
  const { key } = rolled.scenario
  const partners = new Set(key.partners.map(({ partner, do: what }) => `${what} ${partner}`))
  const units = new Set<string>(key.units.map(({ kind }) => kind))
  const partner = (path: Path, what: string, id: string): void => {
    if (!partners.has(`${what} ${id}`)) lacks(path, id, 'error', finder)
  }
  for (const { path, value } of keyItems(rolled, 'critical', key.critical)) {
    const { on } = value
    if (!on) continue
    if ('not-told' in on) partner([...path, 'on'], 'tell', on['not-told'])
    else if ('not-sent' in on && !on['not-sent'].some((kind) => units.has(kind)))
      lacks([...path, 'on'], on['not-sent'].join(', '), 'error', finder)
  }
  for (const { path, value } of keyItems(rolled, 'stage', key.stage)) {
    const { to } = value
    const at = [...path, 'to']
    if ('told' in to) partner(at, 'tell', to.told)
    else if ('bridged' in to) partner(at, 'bridge', to.bridged)
    else if ('transferred' in to) partner(at, 'transfer', to.transferred)
    else if ('sent' in to && !units.has(to.sent)) lacks(at, to.sent, 'error', finder)
  }
}

/** A text has no voice on any line: nobody can be brought in on it, and it can't be passed on. */
function voiceless(rolled: Rolled, finder: Finder): void {
  const { channel, key } = rolled.scenario
  if (channel !== 'sms' && channel !== 'wechat') return
  for (const { path, value } of keyItems(rolled, 'partners', key.partners)) {
    if (value.do === 'tell' || value.need === 'harmful') continue
    finder.add(
      'SC089',
      [...path, 'do'],
      `文字报警没有三方通话，也不能转接：“${value.partner}”只能告知。`,
      `A text can be neither bridged nor transferred: '${value.partner}' can only be told.`,
    )
  }
}

/** What the story asks about or reacts to should stand in the key, in whichever variant; and who is in it have a part. */
function named(rolled: Rolled, { key, world }: Scenario, finder: Finder): void {
  const partners = new Set(key.partners.map(({ partner }) => partner))
  const units = new Set<string>(key.units.map(({ kind }) => kind))
  const asked = new Set<string>()
  const partner = (path: Path, id: string): void => {
    asked.add(id)
    if (!partners.has(id)) lacks(path, id, 'warning', finder)
  }
  const unit = (path: Path, kind: string): void => {
    if (!units.has(kind)) lacks(path, kind, 'warning', finder)
  }
  for (const { path, value } of conditionsIn(rolled)) {
    for (const name of ['told', 'bridged'] as const)
      for (const id of value[name] ?? []) partner([...path, name], id)
    for (const name of ['not-told', 'not-bridged'] as const)
      for (const id of value[name] ?? []) asked.add(id)
    for (const name of ['sent', 'arrived'] as const)
      for (const kind of value[name] ?? []) unit([...path, name], kind)
  }
  for (const { path, value } of reactionsIn(rolled)) {
    const { on } = value
    const at = [...path, 'on']
    if ('told' in on) partner(at, on.told)
    else if ('bridged' in on) partner(at, on.bridged)
    else if ('transferred' in on) partner(at, on.transferred)
    else if ('arrived' in on && on.place === 'right') unit(at, on.arrived)
  }
  for (const id of Object.keys(world.partners))
    if (!partners.has(id) && !asked.has(id))
      finder.add(
        'SC085',
        ['world', 'partners', id],
        `“${id}”没有用处：该不该找它，答案里没写。`,
        `'${id}' has no part: the key doesn't say whether to call it in.`,
      )
}

function lacks(path: Path, id: string, severity: 'error' | 'warning', finder: Finder): void {
  finder.add(
    'SC082',
    path,
    `这里要看“${id}”，key 里却没有写要不要找它。`,
    `This hangs on '${id}', which the key never asks for.`,
    { severity, about: id },
  )
}

const LEAD = 'duty-lead'

function dutyLead({ scenario }: Rolled, { atlas }: TrialGround, finder: Finder): void {
  const { answers, partners } = scenario.key
  if (!answers.some(({ priority }) => priority === 'L1')) return
  if (!atlas.partners.some(({ id }) => id === LEAD)) return
  if (partners.some(({ partner, need }) => partner === LEAD && need === 'required')) return
  finder.add(
    'SC084',
    ['key', 'partners'],
    '有 L1 的答案，却没有要求报值班长。',
    'There is an L1 answer, but telling the duty lead is not required.',
  )
}

const OPPOSITES = [
  ['known', 'not-known'],
  ['flag', 'not-flag'],
  ['said', 'not-said'],
  ['told', 'not-told'],
  ['sent', 'not-sent'],
  ['arrived', 'not-arrived'],
  ['bridged', 'not-bridged'],
] as const

function contradictions(rolled: Rolled, finder: Finder): void {
  for (const { path, value } of conditionsIn(rolled))
    for (const [yes, no] of OPPOSITES) {
      const without: readonly string[] = value[no] ?? []
      const both = (value[yes] ?? []).find((id) => without.includes(id))
      if (both !== undefined)
        finder.add(
          'SC086',
          [...path, no],
          `“${both}”既要求${yes}又要求 ${no}，永远不成立。`,
          `'${both}' is wanted by ${yes} and by ${no}, which never holds.`,
        )
    }
}

/** Conditions that can hold before anything was done. */
const atFirst = (when: Condition | undefined): boolean =>
  Object.keys(when ?? {}).every((part) => part.startsWith('not-'))

function units(rolled: Rolled, finder: Finder): void {
  const list = keyItems(rolled, 'units', rolled.scenario.key.units)
  for (const { path, value } of list) {
    const other = list.find((one) => one.value !== value && one.value.kind === value.kind)
    if (other && value.when === undefined)
      finder.add(
        'SC088',
        [...path, 'kind'],
        `“${value.kind}”写了两次，其中一条没有条件。`,
        `'${value.kind}' stands twice, once without a condition.`,
      )
  }
  const answered = new Set<string>(
    reactionsIn(rolled).flatMap(({ value: { on } }) => ('arrived' in on ? [on.arrived] : [])),
  )
  const needed = list.filter(({ value }) => value.need === 'required' && atFirst(value.when))
  const [first] = needed
  if (!first || answered.size === 0 || needed.some(({ value }) => answered.has(value.kind))) return
  finder.add(
    'SC087',
    [...first.path, 'kind'],
    `要求派“${first.value.kind}”，故事只回应${[...answered].join('、')}到场。`,
    `'${first.value.kind}' is required, but the story only answers ${[...answered].join(', ')}.`,
  )
}
