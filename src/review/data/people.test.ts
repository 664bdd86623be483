import { describe, expect, it } from 'vitest'
import { en, zh } from '../../ui/i18n/reviewData.ts'
import { csvOf } from '../table/files.ts'
import { readPeople } from './people.ts'
import { peopleTable } from './plainTables.ts'

describe('groups by CSV', () => {
  it('reads heads in either language, in any order, with quotes and a byte order mark', () => {
    expect(readPeople('\uFEFF班组,编号,期次,姓名\r\n一组,007,"2026, 秋",演甲\r\n')).toEqual({
      ok: true,
      people: [{ badge: '007', name: '演甲', group: '一组', term: '2026, 秋' }],
      skipped: [],
    })
    expect(readPeople('Badge,Term\n1,a\n2,b\n')).toMatchObject({
      ok: true,
      people: [
        { badge: '1', name: '', group: '', term: 'a' },
        { badge: '2', name: '', group: '', term: 'b' },
      ],
    })
  })

  it('takes the last line of a badge, and says which lines it left out', () => {
    const long = 'x'.repeat(41)
    expect(readPeople(`badge,group\n1,a\n,b\n1,c\n3,${long}\n`)).toEqual({
      ok: true,
      people: [{ badge: '1', name: '', group: 'c', term: '' }],
      skipped: [3, 5],
    })
  })

  it('refuses what it can make nothing of', () => {
    expect(readPeople('')).toEqual({ ok: false, why: 'heads' })
    expect(readPeople('badge,name\n1,a')).toEqual({ ok: false, why: 'heads' })
    expect(readPeople('badge,group\n')).toEqual({ ok: false, why: 'empty' })
    expect(readPeople('x'.repeat(2_000_001))).toEqual({ ok: false, why: 'too-large' })
    expect(readPeople(`badge,group\n${'1,a\n'.repeat(20_001)}`)).toEqual({
      ok: false,
      why: 'too-large',
    })
  })

  it('reads what it wrote, in either language', () => {
    const people = [
      { badge: '0012', name: '=甲', group: '一组', term: '3' },
      { badge: 'B', name: '', group: '', term: '' },
    ]
    for (const texts of [zh.data, en.data]) {
      const heads = [texts.badge, texts.name, texts.group, texts.term]
      const [, ...rows] = peopleTable(people, (key) => key)
      const read = readPeople(csvOf([heads, ...rows]))
      // what a spreadsheet would run has an apostrophe before it
      expect(read.ok && read.people.map(({ badge, group }) => [badge, group])).toEqual([
        ['0012', '一组'],
        ['B', ''],
      ])
    }
  })
})
