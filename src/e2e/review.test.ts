import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cohortScenarios, playTerm, sealed } from '../cli/demo/term.ts'
import type { FileAttempt } from '../core/sim/file.ts'
import { serialiseBundle } from '../core/sim/fileText.ts'
import { aWorkstation } from '../storage/seal/testing.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'

/** What a manager does: takes files in, finds who under-triaged an L1, opens the moment, reviews it, prints. */

interface Upload {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

let site: Site
/** Three workstations' files and keys; the third was edited by hand. */
let results: Upload[] = []
let keys: Upload[] = []
let attempts: readonly FileAttempt[] = []

const upload = (name: string, text: string): Upload => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

beforeAll(async () => {
  const term = playTerm({
    seed: 'manager',
    trainees: 6,
    attempts: 8,
    from: Date.UTC(2026, 8, 1),
    days: 30,
    skills: [0.3, 1],
    scenarios: cohortScenarios(),
    learning: false,
  })
  const stations = [aWorkstation(), aWorkstation(), aWorkstation()]
  attempts = await Promise.all(
    term.attempts.map((one) => {
      const { demo: _, ...header } = one.attempt.header
      const place = Number(header.trainee.badge.slice(1)) % 3
      const signer = stations[place]
      if (!signer) throw new Error('no workstation')
      return sealed({ ...one, attempt: { ...one.attempt, header } }, signer)
    }),
  )
  results = stations.map((_, place) => {
    const own = attempts.filter(
      ({ attempt }) => Number(attempt.header.trainee.badge.slice(1)) % 3 === place,
    )
    const text = serialiseBundle(own, [])
    return upload(`workstation-${place}.json`, text)
  })
  keys = await Promise.all(
    stations.map(async (signer, place) =>
      upload(
        `key-${place}.json`,
        JSON.stringify({
          format: 'first-ring-station',
          formatVersion: 1,
          ...(await signer.station()),
          name: `工位 ${place}`,
        }),
      ),
    ),
  )
  site = await startSite()
})

afterAll(() => site.close())

const words = {
  zh: {
    pick: '选择文件…',
    enrol: '登记工位…',
    counted: /计入 48 次|计入 4\d 次/,
    cohort: '期次',
    trainees: '学员',
    reviewer: '复核人',
    mark: '二次评分',
    hand: '交上评分',
    override: '改判',
    instead: '应为',
    reason: '理由',
    leave: '留下改判',
    comment: '批注',
    add: '留下批注',
    trail: '操作记录',
    data: '数据',
    print: '打印',
    scenario: '脚本',
    attemptsPage: '练习',
    quality: '质检',
    ready: '上岗判定：表格',
    list: '练习：表格',
    offLevel: '逐次看',
    late: '未达标的',
  },
  en: {
    pick: 'Choose files…',
    enrol: 'Enrol a workstation…',
    counted: /4\d count/,
    cohort: 'Group',
    trainees: 'Trainees',
    reviewer: 'Reviewer',
    mark: 'Second mark',
    hand: 'Hand in the marks',
    override: 'Override',
    instead: 'Instead',
    reason: 'Reason',
    leave: 'Leave the override',
    comment: 'Comment',
    add: 'Leave the comment',
    trail: 'Audit trail',
    data: 'Data',
    print: 'Print',
    scenario: 'Scenarios',
    attemptsPage: 'Attempts',
    quality: 'Quality',
    ready: 'Ready for the desk: table',
    list: 'Attempts: table',
    offLevel: 'The calls',
    late: 'Too late',
  },
} as const

/** Rows of a table's sheets while the page is printed; null: it has none. None are left afterwards. */
async function onPaper(page: Page, name: string): Promise<number | null> {
  const tables = page.getByRole('region', { name, exact: true })
  expect(await tables.count()).toBe(1)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const rows = (await tables.count()) === 1 ? null : await tables.last().locator('tbody tr').count()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect.poll(() => tables.count()).toBe(1)
  return rows
}

describe.each(['zh', 'en'] as const)('a manager, in %s', (language: Language) => {
  const w = words[language]

  it('takes three files in, finds an under-triaged L1, reviews the moment and prints', async () => {
    const page = await site.open('/review/data', { language })
    const fields = page.locator('input[type="file"]')
    await fields.nth(1).setInputFiles(keys)
    await page.locator('strong', { hasText: '工位 2' }).waitFor()
    await fields.nth(0).setInputFiles(results)
    await page.getByRole('status').filter({ hasText: w.counted }).waitFor({ timeout: 60_000 })
    expect(await axe(page)).toEqual([])

    // whoever under-triaged an L1 stands in the readiness table with a figure above nothing
    await page.getByRole('link', { name: w.cohort, exact: true }).click()
    const table = page.getByRole('region', { name: w.ready }).locator('table')
    await table.waitFor()
    expect(await axe(page)).toEqual([])
    const rows = table.locator('tr[data-opens]')
    const under: string[] = []
    for (let i = 0; i < (await rows.count()); i += 1) {
      const cells = await rows.nth(i).locator('td').allInnerTexts()
      if (Number(cells[5]) > 0) under.push(cells[0] ?? '')
    }
    const wanted = attempts
      .filter(({ result }) => {
        const choice = result?.choice
        return choice?.right.priority === 'L1' && (choice.triage === null || choice.triage < 0)
      })
      .map(({ attempt }) => attempt.header.trainee.badge)
    expect(new Set(under.map((cell) => cell.match(/D\d{4}/)?.[0]))).toEqual(new Set(wanted))

    // the calls behind a figure, down to the moment
    await page.getByRole('button', { name: w.offLevel }).click()
    const dialog = page.getByRole('dialog')
    const [, off = ''] =
      /L1 \S+ (\d+)/.exec(await dialog.locator('option').first().innerText()) ?? []
    expect(await dialog.getByRole('link').count()).toBe(Number(off))
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: w.late }).click()
    const [, late = ''] = /(\d+)/.exec(await dialog.locator('option').first().innerText()) ?? []
    expect(await dialog.getByRole('link').count()).toBe(Number(late))
    await page.keyboard.press('Escape')

    // paper has every row, on sheets of its own behind the page; what stands there whole isn't printed twice
    expect(await onPaper(page, w.ready)).toBeNull()
    await page.getByRole('link', { name: w.attemptsPage, exact: true }).click()
    await page.locator('tr[data-opens]').first().waitFor()
    const listed = attempts.filter(({ attempt }) => attempt.header.mode !== 'coaching').length
    expect(await page.locator('tr[data-opens]').count()).toBeLessThan(listed)
    expect(await onPaper(page, w.list)).toBe(listed)
    await page.getByRole('link', { name: w.cohort, exact: true }).click()
    await table.waitFor()

    const [first = ''] = under
    await rows.filter({ hasText: first.match(/D\d{4}/)?.[0] ?? '' }).click()
    await page.getByRole('heading', { level: 2, name: first.split(' ')[0] ?? '' }).waitFor()
    expect(await axe(page)).toEqual([])

    // the moment of the first choice below L1
    const list = page.locator('h3', { hasText: 'L1' }).locator('xpath=following-sibling::ul[1]')
    await list.getByRole('link').first().click()
    await page.waitForURL(/\/review\/attempt\/[0-9a-f-]{36}\?at=\d+/)
    await page.getByLabel(w.reviewer).fill('周复核')
    await page.getByRole('radio', { name: w.mark }).click()
    for (const level of ['2', '3', '4'] as const)
      await page
        .getByRole('group')
        .nth(Number(level) - 2)
        .getByLabel(level, { exact: true })
        .check()
    await page.getByRole('button', { name: w.hand }).click()
    await page.getByText('周复核').last().waitFor()
    await page.getByRole('radio', { name: w.override }).click()
    await page.getByLabel(w.instead).fill('L2')
    await page.getByLabel(w.reason).fill('来电人当时已经安全 <script>')
    await page.getByRole('button', { name: w.leave }).click()
    await page.getByText('来电人当时已经安全 <script>').waitFor()
    await page.getByRole('radio', { name: w.comment }).click()
    await page.locator('textarea').fill('这里该追问地点')
    await page.getByRole('button', { name: w.add }).click()
    // in the list, not only in the field
    await page.locator(':not(textarea):text-is("这里该追问地点")').waitFor()
    expect(await axe(page)).toEqual([])
    const paper = await page.pdf({ format: 'A4' })
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-')

    // all of it stands in the trail, and is there after a restart
    await page.goto(`${site.url}/review/data`)
    await ready(page)
    const trail = page.getByRole('region', { name: w.trail }).last()
    await trail.getByText(/来电人当时已经安全/).waitFor()
    for (const name of [w.scenario, w.attemptsPage, w.quality]) {
      await page.getByRole('link', { name, exact: true }).click()
      await page.waitForTimeout(300)
      expect([name, await axe(page)]).toEqual([name, []])
    }
    expect(site.faults()).toEqual([])
    await page.context().close()
  }, 240_000)
})

describe('files out', () => {
  it('holds every table as CSV and XLSX, and nothing that a spreadsheet would run', async () => {
    const page = await site.open('/review/data', { language: 'en' })
    const fields = page.locator('input[type="file"]')
    await fields.nth(1).setInputFiles(keys)
    await page.locator('strong', { hasText: '工位 2' }).waitFor()
    await fields.nth(0).setInputFiles(results)
    await page
      .getByRole('status')
      .filter({ hasText: words.en.counted })
      .waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Group', exact: true }).click()
    for (const [kind, head] of [
      ['CSV', '\uFEFFTrainee'],
      ['XLSX', 'PK'],
    ] as const) {
      await page.getByRole('button', { name: 'Export' }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: `Ready for the desk (${kind})` }).click(),
      ])
      const text = readFileSync((await file.path()) ?? '', 'utf8')
      expect(text.startsWith(head)).toBe(true)
    }
    await page.context().close()
  }, 240_000)
})
