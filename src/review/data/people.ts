import { parse } from 'papaparse'
import type { Person } from '../../storage/review/ports.ts'

/** Groups and terms of trainees from a CSV: badge, name, group, term; in any order, by heads in either language. */

export type PeopleReading =
  | { readonly ok: true; readonly people: readonly Person[]; readonly skipped: readonly number[] }
  | { readonly ok: false; readonly why: 'too-large' | 'heads' | 'empty' }

const HEADS: Readonly<Record<keyof Person, readonly string[]>> = {
  badge: ['badge', '编号', '警号', '工号'],
  name: ['name', '姓名'],
  group: ['group', '班组', '组'],
  term: ['term', '期次', '期'],
}

const MAX_CHARS = 2_000_000
const MAX_ROWS = 20_000
const MAX_CELL = 40

/** `skipped`: lines (from 1) without a badge, or with cells that are too long. Never throws. */
export function readPeople(text: string): PeopleReading {
  if (text.length > MAX_CHARS) return { ok: false, why: 'too-large' }
  const { data } = parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const [heads = [], ...rows] = data
  const columns = new Map<keyof Person, number>()
  for (const [i, head] of heads.entries()) {
    const word = head.trim().toLowerCase()
    for (const key of ['badge', 'name', 'group', 'term'] as const)
      if (HEADS[key].includes(word) && !columns.has(key)) columns.set(key, i)
  }
  if (!columns.has('badge') || !(columns.has('group') || columns.has('term')))
    return { ok: false, why: 'heads' }
  if (rows.length > MAX_ROWS) return { ok: false, why: 'too-large' }
  const people = new Map<string, Person>()
  const skipped: number[] = []
  for (const [i, row] of rows.entries()) {
    const cell = (key: keyof Person): string => (row[columns.get(key) ?? -1] ?? '').trim()
    const person = {
      badge: cell('badge'),
      name: cell('name'),
      group: cell('group'),
      term: cell('term'),
    }
    const fits = Object.values(person).every((value) => value.length <= MAX_CELL)
    if (person.badge === '' || !fits) skipped.push(i + 2)
    else people.set(person.badge, person)
  }
  return people.size === 0
    ? { ok: false, why: 'empty' }
    : { ok: true, people: [...people.values()], skipped }
}
