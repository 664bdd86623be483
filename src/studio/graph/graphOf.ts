import type { Path } from '../../core/scenario/diagnostic.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type {
  CallerLines,
  Condition,
  Destination,
  Effects,
  MoodChange,
} from '../../core/scenario/rules.ts'
import type { Scenario } from '../../core/scenario/schema.ts'

/** The talk as a graph, read from the scenario: what stands where, without any drawing. */

export interface TalkCard {
  readonly kind: 'talk'
  readonly id: string
  readonly path: Path
  /** What the caller says first here; null if nothing. */
  readonly line: Text | null
  /** More lines, each under its own condition. */
  readonly moreLines: number
  readonly reveals: readonly string[]
  readonly moods: MoodChange | null
  /** After such a silence the caller does something, ms; null: what the talk says in general. */
  readonly silence: number | null
  /** Replies that lead nowhere else. */
  readonly stays: readonly StayingReply[]
  readonly isStart: boolean
}

export interface StayingReply {
  readonly path: Path
  readonly text: Text
  readonly best: boolean
}

export interface EndingCard {
  readonly kind: 'ending'
  readonly id: string
  readonly path: Path
  readonly outcome: Scenario['endings'][string]['outcome']
}

/** The line that was cut, and how calling back may mend it. */
export interface LineCard {
  readonly kind: 'line'
  readonly id: 'line'
  readonly path: Path
  /** Nobody mends it in this time: the call is lost, ms. */
  readonly for: number
}

/** Something that happens wherever the talk stands, and leads somewhere. */
export interface ReactionCard {
  readonly kind: 'reaction'
  readonly id: string
  readonly path: Path
  readonly on: Scenario['anywhere'][number]['on']
  /** After so long, ms. */
  readonly after: number
  readonly line: Text | null
}

export type Card = TalkCard | EndingCard | LineCard | ReactionCard

/** One thing that leads from card to card. */
export interface Lead {
  readonly kind: 'reply' | 'silence' | 'says' | 'reaction' | 'callback' | 'lost' | 'drops' | 'waits'
  readonly path: Path
  /** The trainee's words, if it is a reply. */
  readonly text: Text | null
  readonly acts: readonly string[]
  readonly when: Condition | null
  readonly best: boolean
  readonly moods: MoodChange | null
}

/** All that leads from one card to another. */
export interface GraphEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly leads: readonly Lead[]
}

export interface Graph {
  readonly cards: readonly Card[]
  readonly edges: readonly GraphEdge[]
}

/** The id that a card has in the graph: nodes, endings and reactions may share a name. */
export const cardId = (kind: Card['kind'], id: string): string => `${kind}:${id}`

/** The parts of a scenario that the graph is read from. */
export type Drawable = Pick<Scenario, 'talk' | 'line' | 'endings' | 'anywhere'>

/** Reads the graph of a scenario. References that lead nowhere are left out; the checker tells of them. */
export function graphOf({ talk, line, endings, anywhere }: Drawable): Graph {
  const known = new Set<string>()
  const edges = new Map<string, { from: string; to: string; leads: Lead[] }>()
  const cards: Card[] = []
  const node = (id: string) => cardId('talk', id)
  const ending = (id: string) => cardId('ending', id)
  for (const id of Object.keys(talk.nodes)) known.add(node(id))
  for (const id of Object.keys(endings)) known.add(ending(id))
  known.add(cardId('line', 'line'))

  const lead = (from: string, to: string, what: Lead): void => {
    if (!known.has(to)) return
    const id = `${from} ${to}`
    const edge = edges.get(id)
    if (edge) edge.leads.push(what)
    else edges.set(id, { from, to, leads: [what] })
  }
  /** Where a step's effects lead; false if it leads nowhere else. */
  const follow = (from: string, fx: Effects, what: Lead): boolean => {
    const targets = destinations(fx.goto).map(({ to, when }) => ({ to: node(to), when }))
    if (fx.end !== undefined) targets.push({ to: ending(fx.end), when: null })
    if (fx.line === 'dropped') targets.push({ to: cardId('line', 'line'), when: null })
    const away = targets.filter(({ to }) => to !== from)
    for (const { to, when } of away) lead(from, to, { ...what, when: both(what.when, when) })
    return away.length > 0
  }
  const plain = (kind: Lead['kind'], path: Path, moods: MoodChange | null = null): Lead => ({
    kind,
    path,
    text: null,
    acts: [],
    when: null,
    best: false,
    moods,
  })

  for (const [id, one] of Object.entries(talk.nodes)) {
    const path = ['talk', 'nodes', id]
    const stays: StayingReply[] = []
    const lists = [
      { path: [...path, 'replies'], replies: one.replies ?? {} },
      ...(one.use ?? []).map((group) => ({
        path: ['talk', 'groups', group],
        replies: talk.groups[group] ?? {},
      })),
    ]
    for (const list of lists)
      for (const [name, reply] of Object.entries(list.replies)) {
        const what: Lead = {
          kind: 'reply',
          path: [...list.path, name],
          text: reply.say,
          acts: reply.act,
          when: reply.when ?? null,
          best: reply.best,
          moods: reply.moods ?? null,
        }
        if (!follow(node(id), reply, what))
          stays.push({ path: what.path, text: reply.say, best: reply.best })
      }
    if (one.silence)
      follow(node(id), one.silence, plain('silence', [...path, 'silence'], one.silence.moods))
    if (one.end !== undefined) lead(node(id), ending(one.end), plain('says', [...path, 'end']))
    const lines = linesOf(one.caller)
    cards.push({
      kind: 'talk',
      id,
      path,
      line: lines[0] ?? null,
      moreLines: Math.max(0, lines.length - 1),
      reveals: [
        ...new Set([...(one.reveals ?? []), ...lines.flatMap((each) => each.reveals ?? [])]),
      ],
      moods: one.moods ?? null,
      silence: one.silence?.after ?? null,
      stays,
      isStart: id === talk.start,
    })
  }

  const cut = cardId('line', 'line')
  for (const [index, back] of line.callback.entries())
    lead(cut, node(back.goto), {
      ...plain('callback', ['line', 'callback', index]),
      when: back.when ?? null,
    })
  lead(cut, ending(line.dropped.end), plain('lost', ['line', 'dropped']))
  lead(cut, ending(line.unanswered), plain('waits', ['line', 'unanswered']))
  lead(cut, ending(line['hung-up']), plain('drops', ['line', 'hung-up']))
  cards.push({ kind: 'line', id: 'line', path: ['line'], for: line.dropped.for })

  for (const [index, reaction] of anywhere.entries()) {
    const path = ['anywhere', index]
    const from = cardId('reaction', reaction.id)
    const leads = follow(from, reaction, {
      ...plain('reaction', path, reaction.moods ?? null),
      when: reaction.when ?? null,
    })
    if (leads)
      cards.push({
        kind: 'reaction',
        id: reaction.id,
        path,
        on: reaction.on,
        after: reaction.after ?? 0,
        line: linesOf(reaction.caller)[0] ?? null,
      })
  }
  for (const [id, { outcome }] of Object.entries(endings))
    cards.push({ kind: 'ending', id, path: ['endings', id], outcome })
  return { cards, edges: [...edges].map(([id, edge]) => ({ id, ...edge })) }
}

function destinations(goto: Destination | undefined): { to: string; when: Condition | null }[] {
  if (goto === undefined) return []
  if (typeof goto === 'string') return [{ to: goto, when: null }]
  return goto.map(({ to, when }) => ({ to, when: when ?? null }))
}

function linesOf(
  lines: CallerLines | undefined,
): readonly (Text & { reveals?: string[] | undefined })[] {
  if (lines === undefined) return []
  return Array.isArray(lines) ? lines : [lines]
}

/** Two conditions that must both hold, as one; the branch's own tells more where both speak of the same. */
function both(one: Condition | null, other: Condition | null): Condition | null {
  if (one === null || other === null) return one ?? other
  return { ...one, ...other }
}
