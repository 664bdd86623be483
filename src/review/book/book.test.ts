import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sheetFor } from '../../core/review/testing.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import type { Services } from '../../ui/services.ts'
import { Book } from './book.ts'

const people = [
  { badge: 'B1', name: '', group: '', term: '春' },
  { badge: 'B2', name: '', group: '', term: '秋' },
]
const sheets = [
  sheetFor({ attempt: 'autumn', badge: 'B2', at: 2, demo: false }),
  sheetFor({ attempt: 'spring', badge: 'B1', at: 1, demo: false }),
]

/** As much of the services as a book asks for. */
function aBook(details: ReviewStore['details'] = async () => []): Book {
  const none = async () => []
  const services: unknown = {
    review: {
      sheets: async () => sheets,
      rows: none,
      remarks: none,
      people: async () => people,
      stations: none,
      remark: async () => {},
      details,
    },
    store: { newId: () => 'id' },
    content: {
      paths: () => [],
      read: async (path: string) =>
        readFileSync(new URL(`../../../scenarios/${path}`, import.meta.url), 'utf8'),
    },
    now: () => 0,
  }
  return new Book(services as Services)
}

test('what the filter lets through is the same list until filter or sheets change', async () => {
  const book = aBook()
  await book.open()
  const first = book.state?.shown
  expect(first?.map(({ attempt }) => attempt)).toEqual(['spring', 'autumn'])
  await book.say({ kind: 'round-closed', round: 'x' })
  book.signs('甲')
  expect(book.state?.shown).toBe(first)
  book.filter({ term: '秋' })
  expect(book.state?.shown.map(({ attempt }) => attempt)).toEqual(['autumn'])
  expect(book.state?.before).toMatchObject({ name: '春', sheets: [{ attempt: 'spring' }] })
  book.filter({ term: '春' })
  expect(book.state?.before).toBeNull()
  await book.refresh()
  expect(book.state?.shown.map(({ attempt }) => attempt)).toEqual(['spring'])
})

test('what a scenario’s attempts left is read once until the sheets change, and again after a failure', async () => {
  const read: string[] = []
  const book = aBook(async (scenario) => {
    read.push(scenario)
    if (read.length === 1) throw new Error('no storage')
    return [{ attempt: `${read.length}`, scenario, lost: [], path: [] }]
  })
  await book.open()
  await expect(book.details('one')).rejects.toThrow('no storage')
  const list = await book.details('one')
  book.filter({ term: '秋' })
  await book.say({ kind: 'round-closed', round: 'x' })
  expect(await book.details('one')).toBe(list)
  await book.details('two')
  expect(read).toEqual(['one', 'one', 'two'])
  await book.refresh()
  expect((await book.details('one'))[0]?.attempt).toBe('4')
})
