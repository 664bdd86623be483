import type { Path } from '../diagnostic.ts'

/** What a text is in the scenario, told by where it stands. */

export const PARTS = [
  'about',
  'talk',
  'anywhere',
  'facts',
  'partners',
  'endings',
  'key',
  'vary',
] as const
export type Part = (typeof PARTS)[number]

export const TEXT_KINDS = [
  'title',
  'summary',
  'persona',
  'line',
  'silence',
  'reply',
  'also',
  'why',
  'fact',
  'value',
  'words',
  'report',
  'name',
  'says',
  'ending',
  'stage',
  'critical',
  'best',
  'variant',
  'other',
] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export interface Spot {
  readonly part: Part
  readonly kind: TextKind
  /** Who says it: the caller, the call-taker, or a partner or unit by its id; null: nobody does. */
  readonly speaker: 'caller' | 'trainee' | { readonly partner: string } | null
  /** As journals and recordings name it: `crying.caller`, `found.caller.1`, `anywhere.patrol`; null: they don't. */
  readonly line: string | null
}

const at = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    content,
  )

const spot = (
  part: Part,
  kind: TextKind,
  speaker: Spot['speaker'] = null,
  line: string | null = null,
): Spot => ({ part, kind, speaker, line })

/** `names` is the path with a list's items by their ids. */
export function spotOf(path: Path, names: readonly string[], content: unknown): Spot {
  const [first, second, third] = names
  switch (first) {
    case 'talk':
      return talkSpot(names)
    case 'anywhere': {
      const id = String(at(content, ['anywhere', path[1] ?? 0, 'id']) ?? second)
      if (third === 'report') {
        const from = at(content, [...path.slice(0, 2), 'report', 'from'])
        return spot('anywhere', 'report', { partner: String(from ?? '') }, `report.${id}`)
      }
      return third === 'caller'
        ? spot('anywhere', 'line', 'caller', numbered(`anywhere.${id}`, names[3]))
        : spot('anywhere', 'other')
    }
    case 'facts':
      if (third === 'text') return spot('facts', 'fact')
      if (third === 'words') return spot('facts', 'words')
      return spot('facts', third === 'is' ? 'value' : 'other')
    case 'world':
      if (names[3] === 'says')
        return spot('partners', 'says', { partner: third ?? '' }, `partner.${third}.says`)
      return spot('partners', names[3] === 'name' ? 'name' : 'other')
    case 'endings':
      return third === 'after'
        ? spot('endings', 'ending', null, `ending.${second}`)
        : spot('endings', 'other')
    case 'key':
      if (second === 'best') return spot('key', 'best')
      if (second === 'critical') return spot('key', 'critical')
      return spot('key', second === 'stage' ? 'stage' : 'other')
    case 'vary':
      return spot('vary', 'variant')
    case 'caller':
      return spot('about', second === 'persona' ? 'persona' : 'other')
    default:
      return spot('about', first === 'title' || first === 'summary' ? first : 'other')
  }
}

function talkSpot(names: readonly string[]): Spot {
  const [, second, third = '', fourth, fifth, sixth] = names
  if (second === 'silence')
    return spot('talk', 'silence', 'caller', numbered('talk.silence', names[3]))
  if (second === 'groups') return replySpot(`${third}.${fourth}`, fifth)
  if (second !== 'nodes') return spot('talk', 'other')
  if (fourth === 'caller') return spot('talk', 'line', 'caller', numbered(`${third}.caller`, fifth))
  if (fourth === 'silence')
    return spot('talk', 'silence', 'caller', numbered(`${third}.silence`, sixth))
  return fourth === 'replies' ? replySpot(`${third}.${fifth}`, sixth) : spot('talk', 'other')
}

function replySpot(id: string, field: string | undefined): Spot {
  if (field === 'say') return spot('talk', 'reply', 'trainee', id)
  if (field === 'also') return spot('talk', 'also', 'trainee')
  return spot('talk', field === 'why' ? 'why' : 'other')
}

/** One of several lines has its number behind it. */
const numbered = (line: string, number: string | undefined): string =>
  number === undefined ? line : `${line}.${number}`
