import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { play } from '../core/robots/robots.ts'
import { compile } from '../core/scenario/compile.ts'
import { sha256 } from '../core/scenario/hash.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import { roll } from '../core/scenario/roll.ts'
import { ENGINE_VERSION } from '../core/sim/engine.ts'
import { serialiseAttempt } from '../core/sim/fileText.ts'
import { Session } from '../core/sim/session.ts'
import { groundFor, loadContent, SCENARIOS } from './content.ts'

/** The commands as authors and CI run them: what they print, and how they end. */

const cli = fileURLToPath(new URL('.', import.meta.url))
const lifeNoise = join(SCENARIOS, 'life-noise', 'scenario.yaml')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-ring-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(command: 'scenario' | 'attempt', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    // as tsx does it, without the process that tsx itself would be
    ['--import', 'tsx', join(cli, `${command}.ts`), ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const Checked = z.strictObject({
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      ok: z.boolean(),
      states: z.int(),
      transitions: z.int(),
      ms: z.number(),
      diagnostics: z.array(
        z.strictObject({
          code: z.string(),
          severity: z.enum(['error', 'warning']),
          path: z.string(),
          line: z.int().min(1),
          column: z.int().min(1),
          message: z.string(),
          fix: z.string(),
          route: z.array(z.string()).optional(),
          instead: z.string().optional(),
        }),
      ),
    }),
  ),
})

describe('scenario', () => {
  test('check: one JSON object, and a broken scenario never stops the others', () => {
    const source = readFileSync(lifeNoise, 'utf8')
    writeFileSync(join(folder, 'a-broken.yaml'), source.replace('goto: vent', 'goto: vemt'))
    writeFileSync(join(folder, 'b-torn.yaml'), 'id: [')
    writeFileSync(join(folder, 'c-sound.yaml'), source.replace('id: life-noise', 'id: other-noise'))
    const { status, stdout } = run('scenario', 'check', folder, '--json', '--lang=en')
    expect(status).toBe(1)
    const { scenarios } = Checked.parse(JSON.parse(stdout))
    expect(scenarios.map(({ id, ok }) => [id, ok])).toEqual([
      ['life-noise', false],
      ['b-torn', false],
      ['other-noise', true],
    ])
    const [broken, torn, sound] = scenarios
    const line = source.split('\n').findIndex((text) => text.includes('goto: vent')) + 1
    expect(broken?.diagnostics).toMatchObject([
      { code: 'SC010', line, fix: "Did you mean 'vent'?" },
    ])
    expect(torn?.diagnostics[0]).toMatchObject({ code: 'SC001', line: 1 })
    expect(sound?.states).toBeGreaterThan(1000)
  })

  test('check: speaks to people, and ends well if all is well', () => {
    const { status, stdout } = run('scenario', 'check', lifeNoise)
    expect(stdout).toMatch(/^✓ life-noise {2}\d+ 个状态/)
    expect(status).toBe(0)
  })

  test('check: says what is not there', () => {
    const { status, stdout } = run('scenario', 'check', join(folder, 'nobody.yaml'), '--json')
    expect(status).toBe(1)
    expect(Checked.parse(JSON.parse(stdout)).scenarios[0]?.diagnostics[0]?.code).toBe('SC005')
  })

  test('explain: every code in both languages, and no other', () => {
    expect(run('scenario', 'explain', 'sc045').stdout).toContain('死胡同')
    expect(run('scenario', 'explain', 'SC045', '--lang', 'en').stdout).toContain('Dead end')
    expect(run('scenario', 'explain', 'CT020', '--lang', 'en').stdout).toContain('islands')
    expect(run('scenario', 'explain', 'SC999').status).toBe(1)
  })

  test('city: the shipped one is fine, a file of nothing is not', () => {
    expect(run('scenario', 'city', 'scenarios/cities/saijiang').status).toBe(0)
    const { status, stdout } = run('scenario', 'city', join(folder, 'none.geojson'), '--json')
    expect(status).toBe(1)
    expect(stdout).toContain('"code":"CT001"')
  })

  test('robots: a row for each', () => {
    const { status, stdout } = run('scenario', 'robots', lifeNoise, '--runs', '3', '--json')
    expect(status).toBe(0)
    const { robots } = z
      .object({
        robots: z.array(
          z.object({
            scenario: z.literal('life-noise'),
            robot: z.string(),
            runs: z.int(),
            score: z.object({ mean: z.number(), min: z.number(), max: z.number() }),
            redLineRate: z.number(),
            endings: z.record(z.string(), z.int()),
          }),
        ),
      })
      .parse(JSON.parse(stdout))
    expect(robots.find(({ robot }) => robot === 'best')?.score.min).toBeGreaterThanOrEqual(95)
  })

  test('anything else is answered with how it goes', () => {
    expect(run('scenario', 'dance').stderr).toContain('scenario check')
    expect(run('scenario', 'check', lifeNoise, '--fast').status).toBe(1)
  })
})

describe('attempt', () => {
  test('replay and score: the first entry that differs is named', () => {
    const source = readFileSync(lifeNoise, 'utf8')
    const parsed = parseScenario(source)
    const ground = parsed.ok ? groundFor(loadContent(), parsed.scenario.city) : null
    if (!parsed.ok || !ground) throw new Error('life-noise does not parse')
    const rolled = roll(parsed.scenario, 's', (id) => ground.atlas.place(id)?.name)
    const header = {
      id: '01940000-0000-7000-8000-000000000000',
      scenario: { id: 'life-noise', version: parsed.scenario.version, hash: sha256(source) },
      engine: ENGINE_VERSION,
      seed: 's',
      mode: 'practice' as const,
      lang: 'zh' as const,
      trainee: { id: 't', name: 'T', badge: '' },
      startedAt: 0,
    }
    const session = new Session({ script: compile(rolled), rolled, atlas: ground.atlas, header })
    play('best', session)
    const attempt = { format: 'first-ring-attempt', formatVersion: 1, header } as const
    const entries = [...session.journal]
    const save = (name: string, changed: Partial<typeof attempt & { entries: typeof entries }>) => {
      const file = join(folder, name)
      writeFileSync(file, serialiseAttempt({ ...attempt, entries, ...changed }))
      return file
    }
    const good = save('good.json', {})
    expect(run('attempt', 'replay', good).status).toBe(0)
    const scored = run('attempt', 'score', good, '--json')
    expect(scored.status).toBe(0)
    expect(JSON.parse(scored.stdout).attempts[0].scorecard.total).toBeGreaterThanOrEqual(95)

    const n = entries.findIndex(
      (entry) => entry.origin === 'script' && entry.happening.what === 'moods',
    )
    const edited = entries.map((entry, at) =>
      at === n && entry.origin === 'script' && entry.happening.what === 'moods'
        ? {
            ...entry,
            happening: { ...entry.happening, moods: { trust: 100, arousal: 0, patience: 0 } },
          }
        : entry,
    )
    const bad = run('attempt', 'replay', save('bad.json', { entries: edited }), '--json')
    expect(bad.status).toBe(1)
    expect(JSON.parse(bad.stdout).attempts[0].difference.n).toBe(n)

    const other = { ...header, scenario: { ...header.scenario, hash: '0'.repeat(64) } }
    const refused = run('attempt', 'replay', save('other.json', { header: other }), '--lang=en')
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain("isn't the one that was played")
    const newer = { ...header, engine: ENGINE_VERSION + 1 }
    expect(run('attempt', 'replay', save('newer.json', { header: newer })).status).toBe(1)
    expect(run('attempt', 'replay', join(folder, 'none.json')).status).toBe(1)
  })
})
