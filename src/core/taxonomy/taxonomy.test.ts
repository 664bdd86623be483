import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { searchClasses } from './search.ts'
import { BASES, originLine } from './source.ts'
import { actsOf, classLabel, classPath, isKnownClass, parseTaxonomy } from './taxonomy.ts'
import { ACTS, NOTICES, OWNERS, PRIORITIES, RECORD_FIELDS, UNIT_KINDS } from './vocabulary.ts'

const source = readFileSync(new URL('../../../scenarios/taxonomy.yaml', import.meta.url), 'utf8')

function shipped() {
  const read = parseTaxonomy(source)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1))
  return read.taxonomy
}
const taxonomy = shipped()

/** Initials of the few words that the tests search for; the product passes a real dictionary. */
const letters: Readonly<Record<string, string>> = {
  走: 'z',
  失: 's',
  儿: 'e',
  童: 't',
  自: 'z',
  杀: 's',
  家: 'j',
  庭: 't',
  暴: 'b',
  力: 'l',
}
const initials = (zh: string): string => [...zh].map((char) => letters[char] ?? '').join('')
const find = (query: string): string[] =>
  searchClasses(taxonomy, query, initials).map((hit) => hit.entry.id)

/** Every object in the value, with its path. */
function* objects(value: unknown, path = ''): Generator<[string, object]> {
  if (typeof value !== 'object' || value === null || value instanceof Map) return
  if (!Array.isArray(value)) yield [path, value]
  for (const [key, child] of Object.entries(value)) yield* objects(child, `${path}/${key}`)
}

describe('the shipped taxonomy', () => {
  it('has 12 classes of 110, of which only P11 and P12 are provisional', () => {
    expect(taxonomy.classes.map((top) => top.id)).toEqual([
      'P01',
      'P02',
      'P03',
      'P04',
      'P05',
      'P06',
      'P07',
      'P08',
      'P09',
      'P10',
      'P11',
      'P12',
    ])
    expect(taxonomy.classes.filter((top) => top.provisional).map((top) => top.id)).toEqual([
      'P11',
      'P12',
    ])
    // ten are named by the notice, and we claim no more
    expect(taxonomy.classes.filter((top) => top.basis === 'seed')).toHaveLength(10)
    expect(
      taxonomy.entries
        .filter((entry) => entry.provisional)
        .every((entry) => /^P1[12]/.test(entry.id)),
    ).toBe(true)
  })

  it('has the golden counts of everything else', () => {
    const {
      results,
      topics,
      domains,
      kinds,
      acts,
      goals,
      notices,
      fields,
      laws,
      owners,
      priorities,
      units,
      matters,
      entries,
    } = taxonomy
    expect({
      results: results.map((top) => top.id),
      topics: topics.length,
      domains: domains.length,
      kinds: kinds.length,
      acts: acts.length,
      goals: goals.length,
      notices: notices.length,
      fields: fields.length,
      laws: laws.length,
      owners: owners.length,
      priorities: priorities.length,
      units: units.length,
      matters: matters.length,
      entries: entries.length,
    }).toMatchInlineSnapshot(`
      {
        "acts": 36,
        "domains": 5,
        "entries": 125,
        "fields": 15,
        "goals": 29,
        "kinds": 6,
        "laws": 21,
        "matters": 11,
        "notices": 6,
        "owners": 9,
        "priorities": 4,
        "results": [
          "N00",
          "N01",
          "N02",
          "N03",
          "N04",
        ],
        "topics": 14,
        "units": 6,
      }
    `)
  })

  it('gives every class four to ten sub-types or more', () => {
    for (const top of taxonomy.classes) {
      const below = taxonomy.entries.filter((entry) => entry.id.startsWith(`${top.id}.`))
      expect(below.length, top.id).toBeGreaterThanOrEqual(4)
    }
  })

  it('claims the 14 topics of 12345 as our own, and the domains and kinds as the notice has them', () => {
    expect(taxonomy.topics.map((topic) => topic.basis)).toEqual(Array(14).fill('own'))
    expect([...taxonomy.domains, ...taxonomy.kinds].every((entry) => entry.basis === 'seed')).toBe(
      true,
    )
  })

  it('equals the closed lists in code, in the same order', () => {
    const ids = (list: readonly { readonly id: string }[]): string[] =>
      list.map((entry) => entry.id)
    expect(ids(taxonomy.acts)).toEqual([...ACTS])
    expect(ids(taxonomy.fields)).toEqual([...RECORD_FIELDS])
    expect(ids(taxonomy.priorities)).toEqual([...PRIORITIES])
    expect(ids(taxonomy.owners)).toEqual([...OWNERS])
    expect(ids(taxonomy.units)).toEqual([...UNIT_KINDS])
    expect(ids(taxonomy.notices)).toEqual([...NOTICES])
  })

  it('says where every entry comes from and how far it was checked', () => {
    for (const [path, value] of objects(taxonomy)) {
      if (!('basis' in value) && !('source' in value)) continue
      if (/\/(classes|results)\/\d+\/children/.test(path)) continue // a sub-type may inherit its class's
      expect(BASES, path).toContain('basis' in value ? value.basis : null)
      expect(
        'source' in value && Array.isArray(value.source) && value.source.length > 0,
        path,
      ).toBe(true)
    }
    for (const entry of taxonomy.entries) {
      expect(BASES, entry.id).toContain(entry.basis)
      expect(entry.source.length, entry.id).toBeGreaterThan(0)
    }
    for (const part of [
      taxonomy.priorities,
      taxonomy.owners,
      taxonomy.matters,
      taxonomy.topics,
      taxonomy.domains,
      taxonomy.kinds,
      taxonomy.laws,
    ]) {
      for (const entry of part) expect(entry.source.length, entry.id).toBeGreaterThan(0)
    }
  })

  it('cites rules by their own name: no address, no real call-taker', () => {
    expect(source).not.toMatch(/https?:|www\.|\.(com|cn|net|org|gov)\b/)
  })

  it('ends a line of origin with the note that local rules come first', () => {
    const [first] = taxonomy.classes
    if (!first) throw new Error('no class')
    expect(originLine(taxonomy, first, 'zh')).toMatch(/宁夏.*源报道。训练参数，以本地规定为准$/)
    expect(originLine(taxonomy, first, 'en')).toMatch(
      /Ningxia.*source article\. training figure; local rules come first$/,
    )
  })

  it('is complete in both languages', () => {
    let texts = 0
    for (const [path, value] of objects(taxonomy)) {
      if (!('zh' in value) && !('en' in value)) continue
      texts += 1
      const { zh, en } = { zh: undefined, en: undefined, ...value }
      expect(Boolean(zh) && Boolean(en), path).toBe(true)
      if (typeof en === 'string') expect(en, path).not.toMatch(/[\u4e00-\u9fff]/)
    }
    expect(texts).toBeGreaterThan(500)
  })

  it('names 12356 in the closing words of every notice', () => {
    for (const notice of taxonomy.notices) {
      expect(notice.closing.zh).toContain('12356')
      expect(notice.closing.en).toContain('12356')
    }
  })

  it('knows the ids that the scenarios are written with', () => {
    for (const id of 'P03.suicide P03.suicide.minor P03.lost P03.lost.child P03.lost.elder P03.ill P03.drowning P03.stranded P02.dv P02.fight P09.revenge P10.neighbour P10.square-dance P10.renovation P01.trafficking.child N00.H05 N00.H14 N01 N04'.split(
      ' ',
    )) {
      expect(isKnownClass(taxonomy, id), id).toBe(true)
    }
    expect(isKnownClass(taxonomy, 'P13')).toBe(false)
    expect(isKnownClass(taxonomy, 'constructor')).toBe(false)
  })

  it('offers none and unknown, each alone, wherever several may be chosen', () => {
    for (const field of taxonomy.fields.filter((entry) => entry.kind === 'options')) {
      expect(field.options.find((option) => option.id === 'none')?.alone, field.id).toBe(true)
      expect(
        field.options
          .filter((option) => option.alone)
          .every((option) => ['none', 'unknown'].includes(option.id)),
      ).toBe(true)
    }
  })

  it('sorts acts by what they do: supportive never among the mistakes', () => {
    const supportive = actsOf(taxonomy, 'supportive')
    expect(supportive.has('LABEL')).toBe(true)
    expect([...actsOf(taxonomy, 'forbidden')].sort()).toEqual([
      'ARGUE',
      'BLAME',
      'LECTURE',
      'MINIMISE',
      'PROMISE_BAD',
      'REFUSE',
      'THREATEN',
      'UNSAFE',
    ])
    for (const bad of ['HOLD', 'JARGON', 'LEADING'])
      expect(actsOf(taxonomy, 'risky').has(bad)).toBe(true)
  })
})

describe('labels and paths', () => {
  it('writes the whole way down', () => {
    expect(classPath('P03.suicide.minor')).toEqual(['P03', 'P03.suicide', 'P03.suicide.minor'])
    expect(classLabel(taxonomy, 'P03.suicide.minor', 'zh')).toBe('紧急求助 › 自杀 › 未成年人')
    expect(classLabel(taxonomy, 'P03.suicide.minor', 'en')).toBe(
      'Emergency help › Suicide risk › Minor',
    )
    expect(classLabel(taxonomy, 'N00.H05', 'zh')).toMatch(/^非警务分流 › 生态环境/)
    expect(classLabel(taxonomy, 'P99.x', 'zh')).toBe('P99 › P99.x')
  })

  it('keeps the tree in the flat list', () => {
    for (const entry of taxonomy.entries) {
      for (const child of entry.children) expect(taxonomy.byId.get(child)?.parent).toBe(entry.id)
      if (entry.parent) expect(taxonomy.byId.get(entry.parent)?.children).toContain(entry.id)
    }
  })
})

describe('search', () => {
  it('finds by id, name, search word, initials and English', () => {
    expect(find('p03.lost.child')[0]).toBe('P03.lost.child')
    expect(find('走失')[0]).toBe('P03.lost')
    expect(find('铁塔')).toContain('P03.suicide')
    expect(find('jtbl')[0]).toBe('P02.dv')
    expect(find('zs')).toEqual(expect.arrayContaining(['P03.suicide', 'P03.lost']))
    expect(find('domestic')[0]).toBe('P02.dv')
    expect(find('工地')).toContain('N00.H05')
    expect(find('missing child')[0]).toBe('P03.lost.child')
    expect(find('走失儿童')[0]).toBe('P03.lost.child')
    expect(find('zset')[0]).toBe('P03.lost.child')
  })

  it('shows the top classes for nothing, and nothing for nonsense', () => {
    expect(find('  ')).toHaveLength(17)
    expect(find('qqqq')).toEqual([])
    expect(find('[*+?('.repeat(40))).toEqual([])
  })
})

describe('the same as JSON', () => {
  const json = JSON.stringify(parse(source))

  it('says the same', () => {
    expect(parseTaxonomy(json)).toEqual({ ok: true, taxonomy })
  })

  it('is refused like the YAML that it is: a key that stands twice, and what does not fit, with its place', () => {
    const twice = parseTaxonomy(json.replace('{"version":1,', '{"version":1,"version":1,'))
    expect(twice).toMatchObject({ ok: false, problems: [{ line: 1 }] })
    const unfit = parseTaxonomy(json.replace('{"version":1,', '{"version":1,"more":1,'))
    expect(unfit).toMatchObject({ ok: false, problems: [{ path: 'more', line: 1, column: 14 }] })
  })
})
