import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRubric } from '../scoring/rubric.ts'
import { MAX_SOURCE, type Problem } from './document.ts'
import { parseTaxonomy } from './taxonomy.ts'

const file = (name: string): string =>
  readFileSync(new URL(`../../../scenarios/${name}.yaml`, import.meta.url), 'utf8')
const source = file('taxonomy')

function problems(text: string): readonly Problem[] {
  const read = parseTaxonomy(text)
  return read.ok ? [] : read.problems
}
const lineOf = (needle: string): number =>
  source.slice(0, source.indexOf(needle)).split('\n').length

describe('hostile and broken taxonomies', () => {
  it('names line and column of a wrong value, an unknown field and a missing one', () => {
    const [quality] = problems(source.replace('quality: supportive', 'quality: lovely'))
    expect(quality).toMatchObject({ path: 'acts.1.quality', line: lineOf('quality: supportive') })
    expect(quality?.column).toBeGreaterThan(10)

    const [unknown] = problems(
      source.replace('{ id: P01.theft, name', '{ id: P01.theft, run: x, name'),
    )
    expect(unknown).toMatchObject({
      path: 'classes.0.children.0.run',
      line: lineOf('{ id: P01.theft'),
    })

    const [missing] = problems(
      source.replace('name: { zh: 盗窃, en: Theft }', 'name: { zh: 盗窃 }'),
    )
    expect(missing).toMatchObject({
      path: 'classes.0.children.0.name.en',
      line: lineOf('{ id: P01.theft'),
    })
  })

  it('catches what only the whole file shows', () => {
    expect(problems(source.replace('id: P01.snatch', 'id: P01.theft'))[0]?.message.en).toContain(
      'used twice',
    )
    expect(problems(source.replace('id: P01.snatch', 'id: P02.snatch'))[0]?.message.en).toContain(
      'under P01',
    )
    expect(
      problems(source.replace('id: MIRROR', 'id: LABEL')).map((found) => found.path),
    ).toContain('acts')
    const [unnamed] = problems(source.replace('source: [hotline-12356]', 'source: [nobody]'))
    expect(unnamed?.message.en).toContain('not in the list')
    expect(unnamed?.line).toBe(lineOf('source: [hotline-12356]'))
    expect(
      problems(
        source.replace("from: '2026-01-01', text", "from: '2026-01-01', until: '2025-01-01', text"),
      )[0]?.message.en,
    ).toContain('ends before')
  })

  it('refuses aliases, so no bomb is ever unrolled', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'
        .split('')
        .map(
          (id, index) => `${id}: &${id} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`,
        ),
    ].join('\n')
    const [first] = problems(bomb)
    expect(first).toMatchObject({ line: 2 })
    expect(first?.message.en).toContain('aliases')
  })

  it('refuses what is too long or too deep, with a place', () => {
    expect(problems(`note: ${'x'.repeat(MAX_SOURCE)}`)[0]?.message.en).toContain('too large')
    for (const deep of [
      '['.repeat(100_000),
      '{a: '.repeat(90_000),
      '- '.repeat(150_000),
      '? '.repeat(150_000),
      `a:\n${Array.from({ length: 600 }, (_, at) => `${' '.repeat(at + 1)}a:`).join('\n')}`,
    ]) {
      const [first] = problems(deep)
      expect(first?.message.en).toContain('deeply')
      expect(first?.column).toBeGreaterThan(1)
    }
  })

  it('takes no key that reaches into objects, no tag, no code', () => {
    for (const bad of [
      '__proto__: { polluted: true }',
      '? [a, b]\n: c',
      'version: !!js/function "function () { throw 1 }"',
      'version: !evil 1',
      '1: one',
    ]) {
      expect(problems(`version: 1\n${bad}`)[0]?.line, bad).toBe(2)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('never throws and always gives a place, whatever is done to the file', () => {
    const lines = source.split('\n')
    const junk = fc.constantFrom(
      '\t',
      '&a',
      '*a',
      '{',
      ']',
      '"',
      "'",
      ': ',
      '- ',
      '\u0000',
      '<script>alert(1)</script>',
      '__proto__',
      '|',
      '%',
      '9'.repeat(400),
    )
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(200), junk, (line, column, bad) => {
        const changed = lines
          .map((text, index) =>
            index === line ? text.slice(0, column) + bad + text.slice(column) : text,
          )
          .join('\n')
        for (const found of problems(changed)) {
          expect(found.line).toBeGreaterThanOrEqual(1)
          expect(found.column).toBeGreaterThanOrEqual(1)
        }
      }),
      { numRuns: 40 },
    )
    for (const odd of ['', '[]', 'null', '42', '---\n---\n', '\uFEFF', '%YAML 9.9\n---\na: b'])
      expect(problems(odd).length).toBeGreaterThan(0)
  })

  it('reads the rubric with the same care', () => {
    const rubric = file('rubric')
    const broken = parseRubric(rubric.replace('cap: { value: 49', 'cap: { value: 49.5'))
    expect(broken.ok).toBe(false)
    if (!broken.ok)
      expect(broken.problems[0]).toMatchObject({
        path: 'cap.value',
        line: rubric.slice(0, rubric.indexOf('cap: {')).split('\n').length,
      })
    expect(parseRubric('a: &a [*a]').ok).toBe(false)
  })
})
