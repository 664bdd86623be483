import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FileChange } from '../core/files/files.ts'
import { TARGET_LKFS } from '../studio/voice/even.ts'
import { integratedLoudness } from '../studio/voice/loudness.ts'
import { readWav, wavInfo, writeWav } from '../studio/voice/wav.ts'
import { en, zh } from '../ui/i18n/studio.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { smallTexts } from './sight.ts'
import { enrol } from './startPage.ts'
import { readDisk } from './stored.ts'
import { begun, proved } from './studioDraft.ts'

/** Recording in the studio, from a microphone that the browser makes up: it says what stands in a file. */

const RATE = 48_000
const folder = mkdtempSync(join(tmpdir(), 'first-ring-voice-'))
const spoken = join(folder, 'microphone.wav')

/** Something like a voice, quiet: tones that swell and fade. */
const voice = (seconds: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: seconds * RATE }, (_, i) => {
    const at = i / RATE
    const swell = Math.abs(Math.sin(2 * Math.PI * 1.3 * at))
    return 0.04 * swell * (Math.sin(2 * Math.PI * 210 * at) + Math.sin(2 * Math.PI * 840 * at))
  })

/** The same samples as a file of two channels, half as long. */
function stereo(mono: Buffer): Buffer {
  const file = Buffer.from(mono)
  file.writeUInt16LE(2, 22)
  file.writeUInt32LE(RATE * 4, 28)
  file.writeUInt16LE(4, 32)
  return file
}

let site: Site
beforeAll(async () => {
  writeFileSync(spoken, writeWav(voice(3), RATE))
  site = await startSite([
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${spoken}`,
  ])
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  const faults = site.faults()
  site.forget()
  expect(faults).toEqual([])
})

const TEXTS = { zh, en }

/** On a busy machine too. */
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000 })

/** A recording as the draft's last change of it left it in storage; null if it was taken away or never put. */
async function stored(page: Page, path: string): Promise<Uint8Array | null> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const bytes = await page.evaluate(
    async ([draft, wanted]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const db = await done(indexedDB.open('first-ring-studio'))
      const rows = (table: string) => done(db.transaction(table).objectStore(table).getAll())
      const changes = (await rows('changes')).filter((row) => row.draft === draft)
      const files: FileChange[] = changes.flatMap((row) => row.change.files)
      const last = files.filter((file) => file.path === wanted).at(-1)
      const put = last && 'put' in last ? last.put : null
      const hash = put && 'blob' in put ? put.blob : null
      const found = (await rows('blobs')).find((row) => row.hash === hash)
      db.close()
      return found ? [...new Uint8Array(await found.blob.arrayBuffer())] : null
    },
    [id, path] as const,
  )
  return bytes && Uint8Array.from(bytes)
}

/** Opens the panel, and waits until the lines stand there. */
async function openVoice(page: Page, lang: Language): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${TEXTS[lang].voice.tab}`) }).click()
  await page.locator('[data-recorder]').waitFor()
}

const rowOf = (page: Page, key: string) => page.locator(`button[data-key="${key}"]`)

/** Records the chosen line for a while, by the keyboard. */
async function record(page: Page): Promise<void> {
  await page.keyboard.press('Alt+r')
  await page.locator('[data-recorder="recording"]').waitFor()
  await page.waitForTimeout(1_500)
  await page.keyboard.press('Alt+r')
  await page.locator('[data-recorder="idle"]').waitFor()
  await page.getByRole('slider').first().waitFor()
}

describe.each<Language>(['zh', 'en'])('a line, in %s', (lang) => {
  const t = TEXTS[lang].voice

  it('is recorded, trimmed and kept, evened and with its words; undo brings back what was cut', async () => {
    const page = await site.open('/studio', {
      language: lang,
      more: { permissions: ['microphone'] },
    })
    await begun(page, lang === 'zh' ? '简单报警' : 'Simple report')
    await openVoice(page, lang)
    const row = page.locator('button[data-key]').first()
    const key = (await row.getAttribute('data-key')) ?? ''
    const path = `voice/${key}.wav`
    expect(await row.getAttribute('data-recorded')).toBe('no')
    expect(await axe(page, '[role="tabpanel"]')).toEqual([])

    // by the arrows through the list, and back
    await row.focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).not.toBe(
      key,
    )
    await page.keyboard.press('ArrowUp')
    await record(page)
    await soon(() => row.getAttribute('data-recorded')).toBe('yes')
    await soon(() => stored(page, path)).not.toBeNull()
    const first = await stored(page, path)
    const info = first && wavInfo(first)
    expect(info?.words).toBe(await page.locator('[data-script]').textContent())
    expect(info?.seconds).toBeGreaterThan(1)
    const read = first && readWav(first)
    if (!read) throw new Error('no recording that the desk can play')
    expect(read.rate).toBe(16_000)
    expect(integratedLoudness(read.pcm, read.rate)).toBeCloseTo(TARGET_LKFS, 0)
    expect(await axe(page, '[role="tabpanel"]')).toEqual([])
    expect(await smallTexts(page, { least: 12 })).toEqual([])

    // cut by the keyboard: half a second from its end
    const end = page.getByRole('slider', { name: t.to })
    await end.press('PageDown')
    await page.keyboard.press('Alt+s')
    await page.getByRole('button', { name: t.undoTrim }).waitFor({ state: 'detached' })
    await soon(
      async () => wavInfo((await stored(page, path)) ?? new Uint8Array())?.seconds,
    ).toBeLessThan((info?.seconds ?? 0) - 0.3)

    // heard on the phone, then undone
    await page.keyboard.press('Alt+p')
    await page.getByRole('button', { name: TEXTS[lang].voice.quiet }).waitFor()
    await page.keyboard.press('Control+z')
    await soon(() => stored(page, path)).toEqual(first)

    // it is there after the page was read again, and taken away as one step
    await page.reload()
    await ready(page)
    await openVoice(page, lang)
    await rowOf(page, key).and(page.locator('[data-recorded="yes"]')).click()
    await page.getByRole('button', { name: t.remove }).click()
    await soon(() => rowOf(page, key).getAttribute('data-recorded')).toBe('no')
    await soon(() => stored(page, path)).toBeNull()
    await page.context().close()
  })
})

it('is what the desk plays once the call is published, and nothing else in its place', async () => {
  const page = await site.open('/studio', { language: 'zh', more: { permissions: ['microphone'] } })
  await begun(page, '简单报警')
  await proved(page)
  await openVoice(page, 'zh')
  const key = (await page.locator('button[data-key]').first().getAttribute('data-key')) ?? ''
  // the page is left in the middle of it: what was said so far is kept
  await page.keyboard.press('Alt+r')
  await page.locator('[data-recorder="recording"]').waitFor()
  await page.waitForTimeout(1_500)
  const address = page.url()
  await page.getByRole('button', { name: zh.studio, exact: true }).click()
  await page.waitForURL(/\/studio$/)
  await ready(page)
  await page.goBack()
  await page.waitForURL(address)
  await ready(page)
  await openVoice(page, 'zh')
  await soon(() => rowOf(page, key).getAttribute('data-recorded')).toBe('yes')
  await page.getByRole('tab', { name: new RegExp(`^${zh.problems.tab}`) }).click()
  await proved(page)
  await page.getByRole('button', { name: zh.publish.publish, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: zh.publish.give.replace('{{n}}', '1') }).click()
  await dialog.waitFor({ state: 'detached' })

  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.goto(site.url)
  await ready(page)
  await enrol(page)
  await page.getByRole('button', { name: title }).first().click()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/call\//)
  const answer = page.locator('button[aria-keyshortcuts="Enter"]')
  await answer.waitFor()
  await page.keyboard.press('Enter')
  const observed = async () =>
    Object.values((await readDisk(page)).journals)
      .flat()
      .flatMap((entry) => (entry.origin === 'observed' ? [entry.observation] : []))
  const line = key.slice('zh/'.length)
  await soon(async () =>
    (await observed()).filter((one) => 'line' in one && one.line === line).map(({ saw }) => saw),
  ).toEqual(['audio-onset'])
  await page.context().close()
})

it('takes files by their names, refuses what is none, and says what to do without a microphone', async () => {
  const page = await site.open('/studio', { language: 'en' })
  await begun(page, 'Simple report')
  await openVoice(page, 'en')
  await page.keyboard.press('Alt+r')
  await page.getByText(en.voice.trouble.refused).waitFor()
  expect(await axe(page, '[role="tabpanel"]')).toEqual([])

  const keys = await page
    .locator('button[data-key^="zh/"]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')?.slice(3) ?? ''))
  const [first = '', second = ''] = keys.filter((name) => !name.includes('_'))
  const wav = Buffer.from(writeWav(voice(2), RATE))
  await page.locator('[data-picker="names"]').setInputFiles([
    { name: `${first}.zh.wav`, mimeType: 'audio/wav', buffer: wav },
    { name: `en_${first}.wav`, mimeType: 'audio/wav', buffer: wav },
    { name: `${second}.wav`, mimeType: 'audio/wav', buffer: wav },
    { name: `${second}.en.wav`, mimeType: 'audio/wav', buffer: stereo(wav) },
    {
      name: `zh ${second}.wav`,
      mimeType: 'audio/wav',
      buffer: Buffer.from(writeWav(new Float32Array(121 * 8_000), 8_000)),
    },
    {
      name: `en ${first}.wav`,
      mimeType: 'audio/wav',
      buffer: Buffer.from(writeWav(new Float32Array(8_000), 8_000)),
    },
    { name: 'nobody.caller.wav', mimeType: 'audio/wav', buffer: wav },
    {
      name: `${second}.zh.mp3`,
      mimeType: 'audio/mpeg',
      buffer: Buffer.from('<script>alert(1)</script>'),
    },
  ])
  const told = page.getByRole('dialog')
  for (const why of ['noLanguage', 'noLine', 'notSound', 'tooLong', 'silent'] as const)
    await told.getByText(en.voice.refused[why]).waitFor()
  await page.keyboard.press('Escape')
  await told.waitFor({ state: 'detached' })
  // this one was not ours to read: the browser decoded it
  expect(await rowOf(page, `en/${second}`).getAttribute('data-recorded')).toBe('yes')
  for (const lang of ['zh', 'en'])
    expect(await rowOf(page, `${lang}/${first}`).getAttribute('data-recorded')).toBe('yes')
  expect(await rowOf(page, `zh/${second}`).getAttribute('data-recorded')).toBe('no')
  // one step: both are taken back together
  await page.keyboard.press('Control+z')
  for (const lang of ['zh', 'en'])
    await soon(() => rowOf(page, `${lang}/${first}`).getAttribute('data-recorded')).toBe('no')
  await page.context().close()
})
