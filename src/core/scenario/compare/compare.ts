import { sameData } from '../../sim/same.ts'
import type { Path } from '../diagnostic.ts'
import { isList, isMap, type Json } from '../edit/write.ts'
import type { Text } from '../primitives.ts'
import { type Part, type PartKind, partsOf } from './parts.ts'

/** Two contents of a scenario's file, as written, part by part: what a trainer would say has changed. */

export interface FieldChange {
  /** Below the part. */
  readonly path: Path
  /** As written; null: it wasn't there, or isn't any more. Lists of plain values are one value. */
  readonly before: string | null
  readonly after: string | null
}

export interface PartChange {
  readonly kind: PartKind
  readonly change: 'added' | 'removed' | 'changed'
  /** Where it stands in the newer content; in the older one if it was removed. */
  readonly path: Path
  readonly name: string
  /** What it was called before, if it was called something else. */
  readonly was: string | null
  /** The node or group of a reply. */
  readonly of: string | null
  /** Words by which it is known. */
  readonly text: Text | null
  /** Empty for what was added or removed. */
  readonly fields: readonly FieldChange[]
}

/** What differs between two contents, in the order of the parts; what was removed stands last of its kind. */
export function compareContents(before: unknown, after: unknown): readonly PartChange[] {
  const old = partsOf(before)
  const fresh = partsOf(after)
  const pairs = pair(old, fresh)
  const renamed = new Map<string, string>()
  for (const [part, its] of pairs)
    if (its && its.name !== part.name) renamed.set(its.name, part.name)
  const changes: PartChange[] = []
  for (const [part, its] of pairs) {
    if (its === null) {
      // a node that is new brings its replies along
      if (part.of === null || hasOwner(part, pairs)) changes.push(told(part, 'added', null, []))
      continue
    }
    const was = its.name === part.name ? null : its.name
    const fields = fieldsThatDiffer(its.body, part.body).filter(
      ({ before: from, after: to }) =>
        from === null || to === null || to !== renaming(from, renamed),
    )
    if (was !== null || fields.length > 0) changes.push(told(part, 'changed', was, fields))
  }
  const kept = new Set([...pairs.values()])
  const removed = old.filter((part) => !kept.has(part))
  const gone = new Set(
    removed.filter(({ kind }) => kind === 'node' || kind === 'group').map(({ name }) => name),
  )
  for (const part of removed)
    if (part.of === null || !gone.has(part.of)) changes.push(told(part, 'removed', null, []))
  return inOrder(changes)
}

function told(
  { kind, path, name, of, text }: Part,
  change: PartChange['change'],
  was: string | null,
  fields: readonly FieldChange[],
): PartChange {
  return { kind, change, path, name, was, of, text, fields }
}

/** Each newer part with the older one that it was; null if it is new. */
type Pairs = ReadonlyMap<Part, Part | null>

function pair(old: readonly Part[], fresh: readonly Part[]): Pairs {
  const pairs = new Map<Part, Part | null>()
  /** Names of nodes and groups as they were, by how they are called now. */
  const owners = new Map<string, string>()
  const byName = new Map(old.map((part) => [sign(part.kind, part.of, part.name), part]))
  const now = new Set(fresh.map((part) => sign(part.kind, part.of, part.name)))
  const taken = new Set<Part>()
  for (const part of fresh) {
    const of = part.of === null ? null : (owners.get(part.of) ?? part.of)
    const its =
      byName.get(sign(part.kind, of, part.name)) ??
      old.find(
        (one) =>
          one.kind === part.kind &&
          one.of === of &&
          !taken.has(one) &&
          !now.has(sign(one.kind, part.of, one.name)) &&
          isAlike(one, part),
      ) ??
      null
    if (its) taken.add(its)
    if (its && (part.kind === 'node' || part.kind === 'group')) owners.set(part.name, its.name)
    pairs.set(part, its)
  }
  return pairs
}

const sign = (kind: PartKind, of: string | null, name: string): string =>
  `${kind} ${of ?? ''} ${name}`

/** Is it the same thing under another name? Told by its words, else by everything in it. */
const isAlike = (one: Part, other: Part): boolean =>
  one.text !== null && other.text !== null
    ? sameData(one.text, other.text)
    : one.body !== null && sameData(one.body, other.body)

function hasOwner(reply: Part, pairs: Pairs): boolean {
  for (const [part, its] of pairs)
    if ((part.kind === 'node' || part.kind === 'group') && part.name === reply.of)
      return its !== null
  return false
}

/** What a value would be if nothing but names had changed. */
const renaming = (value: string, renamed: ReadonlyMap<string, string>): string =>
  value
    .split(', ')
    .map((word) => renamed.get(word) ?? word)
    .join(', ')

/** The values that differ between two contents, as written. */
export function fieldsThatDiffer(before: Json, after: Json): readonly FieldChange[] {
  const old = new Map(leaves(before).map((leaf) => [leaf.path.join('\n'), leaf]))
  const fresh = new Map(leaves(after).map((leaf) => [leaf.path.join('\n'), leaf]))
  const fields: FieldChange[] = []
  for (const [key, { path, value }] of fresh) {
    const its = old.get(key)?.value ?? null
    if (its !== value) fields.push({ path, before: its, after: value })
  }
  for (const [key, { path, value }] of old)
    if (!fresh.has(key)) fields.push({ path, before: value, after: null })
  return fields
}

interface Leaf {
  readonly path: Path
  readonly value: string
}

function leaves(value: Json, path: Path = []): readonly Leaf[] {
  if (isMap(value))
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
  if (isList(value)) {
    if (value.some((item) => isMap(item) || isList(item)))
      return value.flatMap((item, index) => leaves(item, [...path, index]))
    return [{ path, value: value.map(String).join(', ') }]
  }
  return value === null ? [] : [{ path, value: String(value) }]
}

const ORDER: readonly PartKind[] = [
  'whole',
  'vary',
  'caller',
  'moods',
  'fact',
  'talk',
  'node',
  'group',
  'reply',
  'line',
  'world',
  'partner',
  'reaction',
  'ending',
  'key',
]

const inOrder = (changes: readonly PartChange[]): readonly PartChange[] =>
  changes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
