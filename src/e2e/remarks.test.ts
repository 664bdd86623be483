import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealed } from '../cli/demo/term.ts'
import type { Said } from '../core/review/remark.ts'
import { readReviewFile, reviewFileText } from '../core/review/reviewFile.ts'
import { parseAttemptFile } from '../core/sim/file.ts'
import { serialiseBundle } from '../core/sim/fileText.ts'
import { aWorkstation } from '../storage/seal/testing.ts'
import { uuidv7 } from '../storage/uuid.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { dialog, enrolled, fileOf, scrolls, takeIn } from './startPage.ts'

/** Remarks travel as a file: from the manager to the workstation where the call was worked, and the reply back. */

let site: Site

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

const words = {
  zh: {
    reviewer: '复核人',
    override: '改判',
    instead: '应为',
    reason: '理由',
    leave: '留下改判',
    add: '留下批注',
    pick: '选择文件…',
    taken: /复核记录：新读入 (\d+) 条/,
    out: /^导出意见（2 条）$/,
    added: '新增 2 条',
    again: '已有 2 条',
    tab: '复核意见 2',
    reply: '答复',
    send: '提交',
    retry: /从此刻重练/,
    export: '全部导出',
  },
  en: {
    reviewer: 'Reviewer',
    override: 'Override',
    instead: 'Instead',
    reason: 'Reason',
    leave: 'Leave the override',
    add: 'Leave the comment',
    pick: 'Choose files…',
    taken: /Remarks: (\d+) new/,
    out: 'Export remarks (2)',
    added: '2 new',
    again: '2 known',
    tab: 'Remarks 2',
    reply: 'Reply',
    send: 'Send',
    retry: /Retry from here/,
    export: 'Export all',
  },
} as const

const textOf = async (file: Download): Promise<string> => readFile(await file.path(), 'utf8')
const upload = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})
const id = (n: number) => uuidv7(Date.now(), new Uint8Array(10).fill(n))

describe.each(['zh', 'en'] as const)('remarks, in %s', (language: Language) => {
  const w = words[language]

  it('reach the trainee as a file, without what was marked blind, and come back answered', async () => {
    const desk = await enrolled(site, { language })
    const plain = await fileOf(desk, [{ scenario: 'crying-girl', ago: 1, robot: 'hasty' }])
    const { attempts, trainees } = parseAttemptFile(plain.toString())
    const [one] = attempts
    if (!one) throw new Error('no attempt')
    const signer = aWorkstation()
    const results = serialiseBundle([await sealed(one, signer)], trainees)
    const attempt = one.attempt.header.id
    await takeIn(desk, Buffer.from(results))

    // nothing was said yet, and the trainee may take the call up again
    await desk.goto(`${site.url}/debrief/${attempt}`)
    await ready(desk)
    await desk.getByRole('button', { name: w.retry }).waitFor()
    expect(await desk.getByRole('radio', { name: w.tab }).count()).toBe(0)

    const manager = await managerSays(attempt, results, await signer.station())
    const sent = await exported(manager)
    expect(sent).not.toContain('盲评')

    await desk.goto(`${site.url}/`)
    await ready(desk)
    expect(await takeIn(desk, Buffer.from(sent), 'remarks.json')).toContain(w.added)
    expect(await takeIn(desk, Buffer.from(sent), 'remarks.json')).toContain(w.again)
    await desk.goto(`${site.url}/debrief/${attempt}`)
    await ready(desk)
    await desk.getByRole('radio', { name: w.tab }).click()
    await desk.getByText('这里该追问地点 <b>').waitFor()
    await desk.getByText('来电人当时已经安全').waitFor()
    await desk.getByRole('button', { name: w.reply, exact: true }).first().click()
    await desk.locator('textarea').fill('当时没听清，下次先问')
    await desk.getByRole('button', { name: w.send }).click()
    await desk.getByText('当时没听清，下次先问', { exact: true }).waitFor()
    await desk.getByText('陈晓 011207').last().waitFor()
    expect([await axe(desk), await scrolls(desk)]).toEqual([[], false])
    await desk.getByRole('button', { name: w.retry }).waitFor()

    const back = await replies(desk)
    expect(readReviewFile(back).remarks.map(({ what }) => what.kind)).toEqual(['reply'])
    await take(manager, back)
    await manager.getByRole('status').filter({ hasText: w.taken }).waitFor()
    expect(await axe(manager)).toEqual([])
    await manager.goto(`${site.url}/review/attempt/${attempt}`)
    await ready(manager)
    await manager.getByText('当时没听清，下次先问', { exact: true }).waitFor()
    expect(await manager.getByRole('button', { name: w.retry }).count()).toBe(0)
    expect(site.faults()).toEqual([])
    await Promise.all([desk.context().close(), manager.context().close()])
  }, 240_000)

  /** A manager who commented and overrode in the page, and whose colleague's blind mark came by file. */
  async function managerSays(
    attempt: string,
    results: string,
    station: { readonly id: string; readonly key: string },
  ): Promise<Page> {
    const page = await site.open('/review/data', { language })
    const round = {
      kind: 'round',
      title: '盲评',
      attempts: [attempt],
      raters: ['甲', '乙'],
    } as const
    const blind: Said = {
      kind: 'mark',
      attempt,
      marks: { feeling: 1, paraphrase: 1, plain: 1, next: 1, calm: 1 },
      round: id(1),
    }
    const file = reviewFileText({
      remarks: [
        { id: id(1), at: 1, by: '周复核', what: round },
        { id: id(2), at: 2, by: '甲', what: blind },
        {
          id: id(3),
          at: 3,
          by: '甲',
          what: { kind: 'reply', attempt, to: id(2), text: '盲评时的私语' },
        },
      ],
      stations: [{ ...station, name: '7 号工位', enrolledAt: 0 }],
    })
    await page.getByLabel(w.pick).setInputFiles([upload('a.json', results), upload('b.json', file)])
    const said = page.getByRole('status').filter({ hasText: w.taken })
    await said.getByRole('button').click()
    await said.getByRole('button').waitFor({ state: 'detached' })
    await page.locator('li strong', { hasText: '7 号工位' }).waitFor()
    await page.goto(`${site.url}/review/attempt/${attempt}?at=20000`)
    await ready(page)
    await page.getByLabel(w.reviewer).fill('周复核')
    await page.locator('textarea').fill('这里该追问地点 <b>')
    await page.getByRole('button', { name: w.add }).click()
    await page.getByText('这里该追问地点 <b>', { exact: true }).waitFor()
    await page.getByRole('radio', { name: w.override }).click()
    await page.getByLabel(w.instead).fill('L2')
    await page.getByLabel(w.reason).fill('来电人当时已经安全')
    await page.getByRole('button', { name: w.leave }).click()
    await page.getByText('来电人当时已经安全').waitFor()
    return page
  }

  async function exported(page: Page): Promise<string> {
    await page.goto(`${site.url}/review/data`)
    await ready(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: w.out }).click(),
    ])
    return textOf(file)
  }

  /** The desk's own export gives two files: attempts, and replies. */
  async function replies(page: Page): Promise<string> {
    await page.goto(`${site.url}/`)
    await ready(page)
    await page.locator('footer button').click()
    const files: Download[] = []
    page.on('download', (file) => files.push(file))
    await dialog(page).getByRole('button', { name: w.export }).click()
    await expect.poll(() => files.length).toBe(2)
    const file = files.find((each) => each.suggestedFilename().includes('replies'))
    if (!file) throw new Error('no replies')
    return textOf(file)
  }

  async function take(page: Page, text: string): Promise<void> {
    await page.goto(`${site.url}/review/data`)
    await ready(page)
    await page.getByLabel(w.pick).setInputFiles([upload('replies.json', text)])
  }
})
