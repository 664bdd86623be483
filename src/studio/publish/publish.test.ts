import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadContent, SCENARIOS } from '../../cli/content.ts'
import { tinyTexts } from '../../core/city/cityFixtures.ts'
import { CARRIED, textsIn } from '../../core/city/texts.ts'
import { type Files, textOf } from '../../core/files/files.ts'
import { editText } from '../../core/scenario/edit/edit.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import type { ProofReport } from '../../core/scenario/proof/report.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { makeDraftStore, makePublicationStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { type Findings, NOTHING_FOUND } from '../checker/findings.ts'
import { Draft, SCENARIO_FILE } from '../draft/draft.ts'
import { Value } from '../draft/value.ts'
import type { Studio } from '../studio.ts'
import { hindranceOf, nextVersion, proved, publish } from './publish.ts'

const SOURCE = readFileSync(`${SCENARIOS}templates/simple-report/scenario.yaml`, 'utf8')
const ERROR = {
  code: 'SC040',
  severity: 'error',
  path: '',
  line: 1,
  column: 1,
  message: { zh: '错', en: 'wrong' },
  fix: { zh: '', en: '' },
} as const

/** Findings of a text, with as much of a report as is asked about. */
function found(text: string, revision: number, more: Partial<ProofReport> = {}): Findings {
  const parsed = parseScenario(text)
  const report = { ok: true, last: true, ...more } as ProofReport
  const scenario = parsed.ok ? parsed.scenario : null
  return { ...NOTHING_FOUND, revision, scenario, lastScenario: scenario, report }
}

const row = (version: number, text: string): PublishedRow => ({
  kind: 'scenario',
  id: 'new-report',
  version,
  hash: sha256(text),
  at: version,
  note: '',
  draft: 'd',
  entry: null,
  files: new Map(),
  withdrawnAt: null,
})

describe('what keeps a draft from being published', () => {
  const draft = { revision: 3, text: SOURCE, files: new Map() }

  it('nothing, once the text that stands was proved to the end', () => {
    expect(hindranceOf(found(SOURCE, 3), draft, null, [])).toBeNull()
    expect(hindranceOf(found(SOURCE, 3), draft, row(1, 'another text'), [])).toBeNull()
  })

  it('a proof under way, or of a text before', () => {
    expect(hindranceOf(NOTHING_FOUND, draft, null, [])).toEqual({ kind: 'checking' })
    expect(hindranceOf(found(SOURCE, 3, { last: false }), draft, null, [])).toEqual({
      kind: 'checking',
    })
    expect(hindranceOf(found(SOURCE, 2), draft, null, [])).toEqual({ kind: 'checking' })
    // errors of an older text say nothing of this one
    const old = { ...found(SOURCE, 2), diagnostics: [ERROR] }
    expect(hindranceOf(old, draft, null, [])).toEqual({ kind: 'checking' })
  })

  it('errors, as soon as one is known; warnings never', () => {
    const early = { ...found(SOURCE, 3, { last: false, ok: false }), diagnostics: [ERROR, ERROR] }
    expect(hindranceOf(early, draft, null, [])).toEqual({ kind: 'errors', count: 2 })
    const warned = {
      ...found(SOURCE, 3),
      diagnostics: [{ ...ERROR, severity: 'warning' } as const],
    }
    expect(hindranceOf(warned, draft, null, [])).toBeNull()
    expect(hindranceOf(found('id: [', 3), draft, null, [])).toEqual({ kind: 'errors', count: 1 })
    expect(hindranceOf(found(SOURCE, 3, { ok: false }), draft, null, [])).toEqual({
      kind: 'errors',
      count: 1,
    })
  })

  it('that it says what is published already', () => {
    expect(hindranceOf(found(SOURCE, 3), draft, row(1, SOURCE), [])).toEqual({ kind: 'same' })
  })

  it('nothing, if its recordings are others than those that were published', () => {
    const sound = (blob: string) => ({ blob, type: 'audio/wav', size: 9 })
    const path = 'voice/zh/opening.caller.wav'
    const published = { ...row(1, SOURCE), files: new Map([[path, sound('a')]]) }
    const hindrance = (files: Files) =>
      hindranceOf(found(SOURCE, 3), { ...draft, files }, published, [])
    expect(hindrance(new Map([[path, sound('a')]]))).toEqual({ kind: 'same' })
    expect(hindrance(new Map([[path, sound('b')]]))).toBeNull()
    expect(hindrance(new Map())).toBeNull()
  })
})

it('gives a number above all that went before, withdrawn or shipped', () => {
  expect(nextVersion(1, [], 0)).toBe(1)
  expect(nextVersion(5, [], 0)).toBe(5)
  expect(nextVersion(1, [], 1)).toBe(2)
  expect(nextVersion(2, [row(2, ''), { ...row(7, ''), withdrawnAt: 9 }], 1)).toBe(8)
})

/** A studio over real stores, whose checker says what the test lets it say. */
async function opened() {
  const rows = memoryDraftRows()
  const drafts = makeDraftStore({ rows, leases: memoryLeases(new Map()), persist: () => {} })
  const publications = makePublicationStore(rows, { tell: () => {}, onTold: () => () => {} })
  const names = { name: 'new-report', title: { zh: '新', en: 'New' } }
  const origin = { from: 'template', of: 'simple-report' } as const
  const files = new Map([
    [SCENARIO_FILE, { text: SOURCE }],
    ['plans/a.yaml', { text: 'steps: []' }],
  ])
  await drafts.create({ id: 'd', kind: 'scenario', origin, createdAt: 1 }, names, files)
  const draft = new Draft(await drafts.open('d'), drafts, () => 50)
  const findings = new Value<Findings>(found(SOURCE, 0))
  const edit: Studio['edit'] = async (label, edits) => {
    const made = editText(draft.state.text, edits)
    if (made.ok) draft.patch(label, made.patches)
    return made.ok
  }
  // only what publishing asks of it
  const studio = {
    draft,
    findings,
    edit,
    ground: { taxonomy: loadContent().taxonomy, own: [] },
    services: { publications, now: () => 77 },
  } as unknown as Studio
  return { studio, draft, findings, publications }
}

describe('publishing', () => {
  let made: Awaited<ReturnType<typeof opened>>
  beforeEach(async () => {
    made = await opened()
  })

  it('gives the very text that was proved, under its hash, with all its files', async () => {
    const { studio, draft, publications } = made
    expect(await publish(studio, 1, 'first')).toEqual({
      ok: true,
      row: { id: 'new-report', version: 1 },
    })
    const [given] = await publications.publications()
    expect(given).toMatchObject({ version: 1, hash: sha256(SOURCE), note: 'first', at: 77 })
    expect(given?.entry).toMatchObject({ id: 'new-report', hash: sha256(SOURCE), proven: true })
    expect(given?.files).toEqual(draft.state.files)
  })

  it('takes the city of one’s own along that it was proved on, and no other', async () => {
    const { studio, draft, publications } = made
    const city = { id: 'saijiang', name: { zh: '一', en: 'One' }, draft: 'c', texts: tinyTexts() }
    const ground = { ...studio.ground, own: [city, { ...city, id: 'other' }] }
    await publish({ ...studio, ground }, 1, '')
    const [given] = await publications.publications()
    expect(textsIn(given?.files ?? new Map(), CARRIED)).toEqual(tinyTexts())
    expect(given?.files.size).toBe(draft.state.files.size + 7)
    // and once the city has changed, the same text is news
    const now = { revision: 0, text: SOURCE, files: draft.state.files }
    expect(hindranceOf(found(SOURCE, 0), now, given ?? null, [city])).toEqual({ kind: 'same' })
    const moved = { ...city, texts: { ...city.texts, land: '' } }
    expect(hindranceOf(found(SOURCE, 0), now, given ?? null, [moved])).toBeNull()
  })

  it('writes the number into the text first, and waits until that text was proved', async () => {
    const { studio, draft, findings, publications } = made
    const publishing = publish(studio, 4, '')
    await expect.poll(() => draft.state.text).toMatch(/^version: 4$/m)
    // what was known belongs to the text before
    expect(await publications.publications()).toEqual([])
    findings.set(found(draft.state.text, draft.state.revision, { last: false }))
    expect(await publications.publications()).toEqual([])
    findings.set(found(draft.state.text, draft.state.revision))
    expect((await publishing).ok).toBe(true)
    const [given] = await publications.publications()
    expect(textOf(given?.files ?? new Map(), SCENARIO_FILE)).toMatch(/^version: 4$/m)
    expect(given?.hash).toBe(sha256(draft.state.text))
  })

  it('gives nothing if the proof finds an error', async () => {
    const { studio, findings, publications } = made
    findings.set(found(SOURCE, 0, { ok: false }))
    expect((await publish(studio, 1, '')).ok).toBe(false)
    expect(await publications.publications()).toEqual([])
  })

  it('gives nothing if the number can not be written, or was given before', async () => {
    const { studio, publications } = made
    const deaf = { ...studio, edit: async () => false }
    expect((await publish(deaf, 2, '')).ok).toBe(false)
    await publications.publish(row(1, 'another'))
    await expect(publish(studio, 1, '')).rejects.toMatchObject({ problem: { kind: 'exists' } })
    expect(await publications.publications()).toHaveLength(1)
  })

  it('waits for the proof of what is typed meanwhile', async () => {
    const { studio, draft, findings } = made
    const waiting = proved(studio)
    expect(await waiting).toBe(findings.get())
    draft.patch({ zh: '', en: '' }, [{ from: 0, to: 0, insert: '# x\n' }])
    let done = false
    const next = proved(studio).then((result) => {
      done = true
      return result
    })
    findings.set({ ...found(SOURCE, 0), ms: 1 })
    await Promise.resolve()
    expect(done).toBe(false)
    const last = found(draft.state.text, draft.state.revision)
    findings.set(last)
    expect(await next).toBe(last)
  })
})
