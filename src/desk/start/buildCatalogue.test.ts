import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../core/scenario/hash.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import { buildCatalogue } from './buildCatalogue.ts'

const ROOT = fileURLToPath(new URL('../../../scenarios/', import.meta.url))

function shipped(): Map<string, string> {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory())
  const paths = [
    'taxonomy.yaml',
    'rubric.yaml',
    ...folders.map(({ name }) => `${name}/scenario.yaml`),
  ]
  return new Map(
    paths.flatMap((path): [string, string][] => {
      try {
        return [[path, readFileSync(join(ROOT, path), 'utf8')]]
      } catch {
        return []
      }
    }),
  )
}

describe('the list of scenarios', () => {
  const files = shipped()
  const made = buildCatalogue(files)

  it('holds what ships, with names in both languages and the hash of the text', () => {
    expect(made.scenarios.length + made.broken.length).toBe(
      [...files.keys()].filter((path) => path.endsWith('/scenario.yaml')).length,
    )
    for (const entry of made.scenarios) {
      expect(entry.hash).toBe(sha256(files.get(`${entry.id}/scenario.yaml`) ?? ''))
      expect(entry.goals.length).toBeGreaterThan(0)
      for (const { id, name } of [...entry.goals, ...entry.notices])
        expect([id, name.zh !== id, name.en !== id]).toEqual([id, true, true])
    }
    expect(made.classes.P03?.zh).toBe('紧急求助')
    expect(made.dimensions.D6?.en).toBe('Talk and mood')
    expect(made.targets.firstDispatchMs).toBe(60_000)
  })

  it('gives no answer, line, fact or ending away', () => {
    const text = JSON.stringify(made.scenarios)
    for (const entry of made.scenarios) {
      expect(Object.keys(entry).sort()).toEqual([
        'channel',
        'goals',
        'hash',
        'id',
        'level',
        'minutes',
        'notices',
        'proven',
        'summary',
        'title',
        'varies',
        'version',
      ])
      const parsed = parseScenario(files.get(`${entry.id}/scenario.yaml`) ?? '')
      if (!parsed.ok) continue
      const { endings, facts } = parsed.scenario
      for (const { after } of Object.values(endings)) expect(text).not.toContain(after.zh)
      for (const { text: fact } of Object.values(facts)) {
        if (fact.zh.length > 8) expect(text).not.toContain(fact.zh)
      }
    }
  })

  it('lists a broken file with its place and how to mend it, and keeps the others', () => {
    const one = made.scenarios[0]?.id ?? ''
    const source = files.get(`${one}/scenario.yaml`) ?? ''
    const broken = new Map(files)
    broken.set(`${one}/scenario.yaml`, source.replace(/^level: .*$/m, 'level: 9'))
    broken.set('torn/scenario.yaml', 'id: torn\ntitle: { zh: 破')
    broken.set('empty/scenario.yaml', '')
    const result = buildCatalogue(broken)
    expect(result.scenarios.map(({ id }) => id)).toEqual(
      made.scenarios.slice(1).map(({ id }) => id),
    )
    const faults = new Map(result.broken.map((entry) => [entry.id, entry]))
    expect([...faults.keys()]).toEqual(expect.arrayContaining([one, 'torn', 'empty']))
    const level = faults.get(one)
    const line = source.split('\n').findIndex((text) => text.startsWith('level:')) + 1
    expect(level).toMatchObject({ file: `scenarios/${one}/scenario.yaml`, problems: [{ line }] })
    for (const { problems, count } of result.broken) {
      expect(problems.length).toBeGreaterThan(0)
      expect(problems.length).toBeLessThanOrEqual(3)
      expect(count).toBeGreaterThanOrEqual(problems.length)
      for (const { code, message, fix } of problems) {
        expect(code).toMatch(/^SC\d{3}$/)
        expect([message.zh, message.en, fix.zh, fix.en].every((text) => text !== '')).toBe(true)
      }
    }
  })

  it('does not start a file from a folder of another name, since it could not be opened again', () => {
    const one = made.scenarios[0]?.id ?? ''
    const moved = new Map([['elsewhere/scenario.yaml', files.get(`${one}/scenario.yaml`) ?? '']])
    const result = buildCatalogue(moved)
    expect(result.scenarios).toEqual([])
    expect(result.broken[0]?.problems[0]?.message.en).toContain('elsewhere')
  })

  it('keeps what the checker refuses out of exams, and says why', () => {
    const [one, ...others] = made.scenarios.map(({ id }) => id)
    const words = { zh: '到不了结局', en: 'no way to an ending' }
    const result = buildCatalogue(files, (source) =>
      source === files.get(`${one}/scenario.yaml`)
        ? [
            {
              code: 'SC030',
              severity: 'error',
              path: 'talk',
              line: 7,
              column: 3,
              message: words,
              fix: words,
            },
          ]
        : [],
    )
    expect(result.scenarios.map(({ id, proven }) => [id, proven])).toEqual([
      [one, false],
      ...others.map((id) => [id, true]),
    ])
    expect(result.broken).toEqual([
      {
        id: one,
        file: `scenarios/${one}/scenario.yaml`,
        problems: [{ code: 'SC030', line: 7, column: 3, message: words, fix: words }],
        count: 1,
        playable: true,
      },
    ])
  })

  it('goes on without taxonomy and rubric', () => {
    const bare = new Map([...files].filter(([path]) => path.includes('/')))
    const result = buildCatalogue(bare)
    expect(result.scenarios.length).toBe(made.scenarios.length)
    expect(result.targets.firstDispatchMs).toBeNull()
  })
})
