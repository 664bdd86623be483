import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from './harness.ts'
import type { Mirror } from './mirror.ts'
import { Recruit } from './recruit.ts'
import { ringing } from './ring.ts'

/** What is right and what will happen never reaches the parts of the desk before the call is over. */

const CALL = fileURLToPath(new URL('../desk/call/', import.meta.url))

interface Source {
  readonly file: string
  readonly code: string
}

const sources: readonly Source[] = readdirSync(CALL, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => ({ file, code: readFileSync(join(CALL, file), 'utf8') }))

/** What the desk's parts may take from the core: the view, commands, journal, city and taxonomy. */
const MAY = [
  /^core\/sim\/(view|command|journal|session|attempt)\.ts$/,
  /^core\/scenario\/(primitives|script)\.ts$/,
  /^core\/(taxonomy|city)\//,
]

describe('the source of the desk', () => {
  it('takes of the core only what a trainee may see', () => {
    expect(sources.length).toBeGreaterThan(20)
    const wrong = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/from '[^']*\/(core\/[^']+)'/g)]
        .map(([, path]) => path ?? '')
        .filter((path) => !MAY.some((allowed) => allowed.test(path)))
        .map((path) => `${file} imports ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('takes of the script no more than what is said aloud', () => {
    const wrong = sources.flatMap(({ file, code }) =>
      [...code.matchAll(/import (?:type )?{([^}]*)} from '[^']*core\/scenario\/script\.ts'/g)]
        .filter(([, names]) => names?.trim() !== 'OfferedReply')
        .map(([what]) => `${file}: ${what}`),
    )
    expect(wrong).toEqual([])
  })

  it('reads nothing behind the view, and of the journal nothing that is hidden', () => {
    const behind =
      /\bsession\.(?:rolled|script|call|offered)\b|\b(?:rolled|script|call|offered)\b[^}\n]*}\s*=\s*session\b/g
    const hidden = /'(?:moods|revealed|critical|flags|node|reaction|silence)'/g
    const wrong = sources.flatMap(({ file, code }) =>
      [...code.matchAll(behind), ...code.matchAll(hidden)].map(([what]) => `${file}: ${what}`),
    )
    expect(wrong).toEqual([])
  })
})

/** Texts of the file that only a debrief may show. */
function secrets({ input }: Mirror): readonly string[] {
  const { key, endings, talk, facts } = input.rolled.scenario
  const replies = [
    ...Object.values(talk.groups),
    ...Object.values(talk.nodes).map((node) => node.replies ?? {}),
  ]
  const texts = [
    key.best,
    ...key.critical.map(({ text }) => text),
    ...Object.values(endings).map(({ after }) => after),
    ...replies.flatMap((of) => Object.values(of).flatMap(({ why }) => why ?? [])),
    ...Object.values(facts).map(({ text }) => text),
  ]
  return texts.flatMap(({ zh, en }) => [zh, en])
}

describe('the page of a call', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.close())

  const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

  it('holds none of it while the call goes on', async () => {
    const page = await ringing(site, {
      lang: 'zh',
      mode: 'practice',
      scenario: 'life-noise',
      truth: 'violence',
    })
    const recruit = await Recruit.at(page, 'zh')
    const all = secrets(recruit.mirror)
    expect(all.length).toBeGreaterThan(20)
    // what was said aloud or written down is no secret any more
    const aloud = () =>
      JSON.stringify([
        ...recruit.mirror.session.view().talk.map(({ text }) => text),
        recruit.mirror.hand.record,
      ])
    while (!recruit.mirror.hand.ended) {
      const shown = await html(page)
      const told = aloud()
      const found = all.filter((text) => shown.includes(text) && !told.includes(text))
      expect(found).toEqual([])
      await recruit.work(8)
    }
    await page.context().close()
  })
})
