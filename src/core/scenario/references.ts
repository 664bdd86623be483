import type { TrialGround } from '../robots/trial.ts'
import { UNIT_KINDS } from '../taxonomy/vocabulary.ts'
import type { Path } from './diagnostic.ts'
import type { Finder } from './finder.ts'
import { type Rolled, structuralNames } from './roll.ts'
import type { Condition, Trigger } from './rules.ts'
import type { Scenario } from './schema.ts'
import {
  branchesIn,
  callbacksIn,
  conditionsIn,
  keyItems,
  linesIn,
  reactionsIn,
  repliesIn,
  stepsIn,
} from './spots.ts'

/** References of one variant: every name must stand for something that this variant, the city and the taxonomy have. */

type Kind =
  | 'node'
  | 'group'
  | 'fact'
  | 'flag'
  | 'reply'
  | 'ending'
  | 'partner'
  | 'unit'
  | 'critical'

const CODES = {
  node: 'SC010',
  group: 'SC011',
  fact: 'SC012',
  flag: 'SC013',
  reply: 'SC014',
  ending: 'SC015',
  partner: 'SC016',
  unit: 'SC017',
  critical: 'SC024',
} as const

const WORDS: Record<Kind, readonly [zh: string, en: string]> = {
  node: ['节点', 'node'],
  group: ['回复组', 'group of replies'],
  fact: ['要素', 'fact'],
  flag: ['标记', 'flag'],
  reply: ['回复', 'reply'],
  ending: ['结局', 'ending'],
  partner: ['联动单位', 'partner'],
  unit: ['警力类型', 'kind of unit'],
  critical: ['重大失误', 'critical failure'],
}

/** Flags that some step sets, in any variant. */
export function flagsSet(scenario: Scenario): ReadonlySet<string> {
  const { talk, anywhere } = scenario
  const steps: { set?: string[] | undefined }[] = [talk.silence, ...anywhere]
  for (const node of Object.values(talk.nodes)) {
    steps.push(node, ...Object.values(node.replies ?? {}))
    if (node.silence) steps.push(node.silence)
  }
  for (const group of Object.values(talk.groups)) steps.push(...Object.values(group))
  return new Set(steps.flatMap((step) => step.set ?? []))
}

export function checkReferences(
  rolled: Rolled,
  whole: Scenario,
  ground: TrialGround | null,
  finder: Finder,
): void {
  const { scenario } = rolled
  const { atlas } = ground ?? { atlas: null }
  const replyIds = repliesIn(rolled).map(({ full }) => full)
  const drawn = Object.keys(rolled.variant).length > 0 ? variantWords(rolled, whole) : null
  const names: Record<Exclude<Kind, 'reply'>, ReadonlySet<string>> = {
    node: new Set(Object.keys(scenario.talk.nodes)),
    group: new Set(Object.keys(scenario.talk.groups)),
    fact: new Set(Object.keys(scenario.facts)),
    flag: flagsSet(whole),
    ending: new Set(Object.keys(whole.endings)),
    partner: new Set([
      ...Object.keys(scenario.world.partners),
      ...(atlas?.partners.map(({ id }) => id) ?? []),
    ]),
    unit: new Set(atlas ? atlas.units.map(({ kind }) => kind) : UNIT_KINDS),
    critical: new Set(scenario.key.critical.map(({ id }) => id)),
  }
  const wholeFacts = new Set(Object.keys(whole.facts))

  const check = (kind: Exclude<Kind, 'reply'>, path: Path, id: string | undefined): void => {
    if (id === undefined || names[kind].has(id)) return
    // without its city nothing can be said about partners
    if (kind === 'partner' && !atlas) return
    const [zh, en] = WORDS[kind]
    if (kind === 'fact' && wholeFacts.has(id) && drawn) {
      finder.add(
        CODES.fact,
        path,
        `要素“${id}”在变体 ${drawn} 里不存在，这里却用到了它。`,
        `The fact '${id}' doesn't exist in variant ${drawn}, but this place uses it there.`,
        {
          fix: {
            zh: '给这一处也加上同样的 when: { vary: … }，或让这个要素在该变体里也存在。',
            en: 'Give this place the same `when: { vary: … }`, or let the fact exist in that variant too.',
          },
        },
      )
      return
    }
    const near = finder.isFull ? null : nearest(id, names[kind])
    finder.add(
      CODES[kind],
      path,
      kind === 'flag'
        ? `没有任何一步设置标记“${id}”。`
        : kind === 'unit'
          ? `这座城市没有“${id}”这类警力。`
          : `没有这个${zh}：“${id}”。`,
      kind === 'flag'
        ? `No step ever sets the flag '${id}'.`
        : kind === 'unit'
          ? `The city has no unit of the kind '${id}'.`
          : `There is no ${en} '${id}'.`,
      near === null ? {} : meant(near),
    )
  }
  const all = (
    kind: Exclude<Kind, 'reply'>,
    path: Path,
    ids: readonly string[] | undefined,
  ): void => {
    for (const [index, id] of (ids ?? []).entries()) check(kind, [...path, index], id)
  }
  const reply = (path: Path, id: string): void => {
    const fits = replyIds.filter((full) => full === id || full.endsWith(`.${id}`))
    if (fits.includes(id) || fits.length === 1) return
    if (fits.length > 1) {
      finder.add(
        'SC014',
        path,
        `有 ${fits.length} 个回复叫“${id}”：${fits.join('、')}。`,
        `${fits.length} replies are called '${id}': ${fits.join(', ')}.`,
        {
          fix: {
            zh: '写全名：节点.回复 或 组.回复。',
            en: 'Write it in full: node.reply or group.reply.',
          },
        },
      )
      return
    }
    const near = finder.isFull
      ? null
      : nearest(id, new Set(replyIds.map((full) => full.split('.')[1] ?? full)))
    finder.add(
      'SC014',
      path,
      drawn ? `变体 ${drawn} 里没有这个回复：“${id}”。` : `没有这个回复：“${id}”。`,
      drawn ? `There is no reply '${id}' in variant ${drawn}.` : `There is no reply '${id}'.`,
      near === null ? {} : meant(near),
    )
  }
  const condition = ({ path, value }: { path: Path; value: Condition }): void => {
    for (const name of ['known', 'not-known'] as const) all('fact', [...path, name], value[name])
    for (const name of ['flag', 'not-flag'] as const) all('flag', [...path, name], value[name])
    for (const name of ['told', 'not-told', 'bridged', 'not-bridged'] as const)
      all('partner', [...path, name], value[name])
    for (const name of ['sent', 'not-sent', 'arrived', 'not-arrived'] as const)
      all('unit', [...path, name], value[name])
    for (const name of ['said', 'not-said'] as const)
      for (const [index, id] of (value[name] ?? []).entries()) reply([...path, name, index], id)
    if (value.within) reply([...path, 'within', 'of'], value.within.of)
  }
  const trigger = (path: Path, on: Trigger): void => {
    if ('arrived' in on) check('unit', [...path, 'arrived'], on.arrived)
    else if ('sent' in on) check('unit', [...path, 'sent'], on.sent)
    else if ('told' in on) check('partner', [...path, 'told'], on.told)
    else if ('bridged' in on) check('partner', [...path, 'bridged'], on.bridged)
    else if ('transferred' in on) check('partner', [...path, 'transferred'], on.transferred)
    else if ('known' in on) check('fact', [...path, 'known'], on.known)
    else if ('flag' in on) check('flag', [...path, 'flag'], on.flag)
  }
  /** `from` may name a fact or a flag. */
  const from = (path: Path, id: string | undefined): void => {
    if (id !== undefined && !names.flag.has(id)) check('fact', path, id)
  }

  check('node', ['talk', 'start'], scenario.talk.start)
  for (const [id, node] of Object.entries(scenario.talk.nodes))
    all('group', ['talk', 'nodes', id, 'use'], node.use)
  for (const step of stepsIn(rolled)) {
    const { path, fx } = step
    all('fact', [...path, 'reveals'], fx.reveals)
    all('flag', [...path, 'clear'], fx.clear)
    check('critical', [...path, 'critical'], fx.critical)
    check('ending', [...path, 'end'], fx.end)
    for (const branch of branchesIn(rolled, path, fx.goto))
      check('node', branch.path, branch.value.to)
    for (const line of linesIn(rolled, step))
      all('fact', [...line.path, 'reveals'], line.value.reveals)
  }
  for (const spot of conditionsIn(rolled)) condition(spot)
  for (const { path, value } of reactionsIn(rolled)) {
    trigger([...path, 'on'], value.on)
    const speaker = value.report?.from
    if (speaker !== undefined && !UNIT_KINDS.some((kind) => kind === speaker))
      check('partner', [...path, 'report', 'from'], speaker)
  }
  for (const { path, value } of callbacksIn(rolled)) check('node', [...path, 'goto'], value.goto)
  const { line, key } = scenario
  check('ending', ['line', 'unanswered'], line.unanswered)
  check('ending', ['line', 'hung-up'], line['hung-up'])
  check('ending', ['line', 'dropped', 'end'], line.dropped.end)
  for (const { path, value } of keyItems(rolled, 'units', key.units)) {
    // a harmful kind may be one that this city happens to lack
    if (value.need !== 'harmful') check('unit', [...path, 'kind'], value.kind)
  }
  for (const { path, value } of keyItems(rolled, 'partners', key.partners)) {
    check('partner', [...path, 'partner'], value.partner)
    from([...path, 'from'], value.from)
  }
  for (const { path, value } of keyItems(rolled, 'stage', key.stage)) {
    from([...path, 'from'], value.from)
    const { to } = value
    if ('told' in to) check('partner', [...path, 'to', 'told'], to.told)
    else if ('sent' in to) check('unit', [...path, 'to', 'sent'], to.sent)
    else if ('known' in to) check('fact', [...path, 'to', 'known'], to.known)
    else if ('bridged' in to) check('partner', [...path, 'to', 'bridged'], to.bridged)
    else if ('transferred' in to) check('partner', [...path, 'to', 'transferred'], to.transferred)
  }
  for (const { path, value } of keyItems(rolled, 'critical', key.critical)) {
    const { on } = value
    if (!on) continue
    const at = [...path, 'on']
    if ('said' in on) for (const [index, id] of on.said.entries()) reply([...at, 'said', index], id)
    else if ('not-told' in on) {
      check('partner', [...at, 'not-told'], on['not-told'])
      from([...at, 'from'], on.from)
    } else if ('not-sent' in on) {
      all('unit', [...at, 'not-sent'], on['not-sent'])
      from([...at, 'from'], on.from)
    } else if ('bridged' in on) check('partner', [...at, 'bridged'], on.bridged)
    else if ('transferred' in on) check('partner', [...at, 'transferred'], on.transferred)
    else if ('fact' in on) check('fact', [...at, 'fact'], on.fact)
    else if ('ending' in on) all('ending', [...at, 'ending'], on.ending)
  }
}

/** `truth=loud`: what this variant drew of the lists on which the story's structure depends; empty if none. */
export function variantWords(rolled: Rolled, whole: Scenario): string {
  return structuralNames(whole)
    .map((name) => {
      const index = rolled.variant[name] ?? 0
      const value = whole.vary[name]?.[index]
      return `${name}=${typeof value === 'object' ? `#${index + 1}` : String(value)}`
    })
    .join(', ')
}

/** What was probably meant. */
const meant = (near: string) => ({
  fix: { zh: `是不是“${near}”？`, en: `Did you mean '${near}'?` },
  instead: near,
})

/** The known name that a misspelt one is closest to: at most two edits away, and not more than a third of it. */
function nearest(id: string, known: ReadonlySet<string>): string | null {
  let best: string | null = null
  let least = Math.min(2, Math.floor(id.length / 3)) + 1
  for (const name of known) {
    const away = edits(id, name, least)
    if (away < least) {
      best = name
      least = away
    }
  }
  return best
}

/** Edits between two words (Levenshtein), as far as it is below `most`. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? most
}
