import type { Path } from '../diagnostic.ts'
import { isList, isMap, type Json } from '../edit/write.ts'
import type { Text } from '../primitives.ts'

/** A call in parts, as a trainer would name them: each part is told apart from the others and compared with its like. */

export type PartKind =
  | 'whole'
  | 'vary'
  | 'caller'
  | 'moods'
  | 'fact'
  | 'talk'
  | 'node'
  | 'group'
  | 'reply'
  | 'line'
  | 'world'
  | 'partner'
  | 'reaction'
  | 'ending'
  | 'key'

export interface Part {
  readonly kind: PartKind
  readonly path: Path
  /** Among its like; empty for what there is only once. */
  readonly name: string
  /** For a reply: the node or group that it belongs to. */
  readonly of: string | null
  /** Words by which it is known: what the caller says, what the reply says. Null if it has none. */
  readonly text: Text | null
  /** What belongs to it and to no other part. */
  readonly body: Json
}

/** The parts of a file's content as written, in a fixed order of kinds, each kind in the file's order. */
export function partsOf(content: unknown): readonly Part[] {
  const root = content as Json
  if (!isMap(root)) return []
  const { vary, caller, moods, facts, talk, line, world, anywhere, endings, key, ...whole } = root
  const { nodes, groups, ...talkRest } = isMap(talk) ? talk : {}
  const { partners, ...worldRest } = isMap(world) ? world : {}
  return [
    once('whole', [], whole),
    ...named('vary', ['vary'], vary, null),
    once('caller', ['caller'], caller),
    once('moods', ['moods'], moods),
    ...named('fact', ['facts'], facts, 'text'),
    once('talk', ['talk'], talkRest),
    ...named('node', ['talk', 'nodes'], nodes, 'caller').flatMap(withReplies),
    ...named('group', ['talk', 'groups'], groups, null).flatMap(withReplies),
    once('line', ['line'], line),
    once('world', ['world'], worldRest),
    ...named('partner', ['world', 'partners'], partners, 'name'),
    ...reactions(anywhere),
    ...named('ending', ['endings'], endings, 'after'),
    once('key', ['key'], key),
  ]
}

const once = (kind: PartKind, path: Path, body: Json | undefined): Part => ({
  kind,
  path,
  name: '',
  of: null,
  text: null,
  body: body ?? null,
})

function named(
  kind: PartKind,
  path: Path,
  all: Json | undefined,
  words: string | null,
): readonly Part[] {
  if (!isMap(all)) return []
  return Object.entries(all).map(([name, body]) => ({
    kind,
    path: [...path, name],
    name,
    of: null,
    text: words === null ? null : textIn(body, words),
    body,
  }))
}

/** A node or a group, and its replies as parts of their own. */
function withReplies(part: Part): readonly Part[] {
  const { kind, path, name, body } = part
  if (!isMap(body)) return [part]
  const replies = kind === 'group' ? body : body.replies
  const { replies: _, ...rest } = body
  const below = kind === 'group' ? path : [...path, 'replies']
  return [
    { ...part, body: kind === 'group' ? null : rest },
    ...named('reply', below, replies, 'say').map((reply) => ({ ...reply, of: name })),
  ]
}

/** Reactions stand in a list: known by their id, else by what sets them off. */
function reactions(all: Json | undefined): readonly Part[] {
  if (!isList(all)) return []
  const seen = new Map<string, number>()
  return all.map((body, index) => {
    const own = isMap(body) ? body : {}
    const front = typeof own.id === 'string' ? own.id : JSON.stringify(own.on ?? body)
    const count = (seen.get(front) ?? 0) + 1
    seen.set(front, count)
    return {
      kind: 'reaction',
      path: ['anywhere', index],
      name: count === 1 ? front : `${front} ${count}`,
      of: null,
      text: textIn(body, 'caller'),
      body,
    }
  })
}

function textIn(body: Json, key: string): Text | null {
  const value = isMap(body) ? body[key] : undefined
  const first = isList(value) ? value[0] : value
  if (!isMap(first) || (first.zh === undefined && first.en === undefined)) return null
  return { zh: String(first.zh ?? ''), en: String(first.en ?? '') }
}
