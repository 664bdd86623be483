import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAttemptFile } from '../core/sim/file.ts'
import type { Entry } from '../core/sim/journal.ts'
import { zh } from '../ui/i18n/desk.ts'
import { type Site, startSite } from './harness.ts'
import { besides, chances, kill } from './killing.ts'
import { verdictOn } from './mirror.ts'
import { Recruit } from './recruit.ts'
import { begin, ringing, type Seat } from './ring.ts'
import { readAttempt } from './stored.ts'

const KILLS = 50
/** The shortest call. */
const SEAT: Seat = { lang: 'zh', mode: 'practice', scenario: 'life-noise', truth: 'site' }

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

const wasResumed = (entry: Entry) =>
  entry.origin === 'observed' && entry.observation.saw === 'resumed-after-kill'

describe('a tab killed in the middle of a call', () => {
  it(`loses no stored entry in ${KILLS} kills, and each time the call goes on`, {
    timeout: 600_000,
  }, async () => {
    const chance = chances(20_260_110)
    let page = await ringing(site, { ...SEAT, open: { width: 1024, height: 640 } })
    const context = page.context()
    const finished = new Set<string>()
    const lengths: number[] = []
    for (let kills = 0; kills < KILLS; kills += 1) {
      const recruit = await Recruit.at(page, 'zh')
      const id = recruit.attempt
      await recruit.work(chance(5))
      // in the middle of the next act, or of handing in
      const act = recruit.workOn().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, chance(60)))
      await kill(page, chance(3) === 0 ? 'crash' : 'close')
      await act
      await context.clock.resume()

      const reader = await besides(context, site)
      const { entries: left } = await readAttempt(reader, id)
      expect(left.slice(0, recruit.journal.length)).toEqual(recruit.journal)
      lengths.push(left.length)

      page = await context.newPage()
      await page.goto(`${site.url}/call/${id}`)
      await expect
        .poll(
          async () => {
            const { entries, closed } = await readAttempt(reader, id, left.length)
            return closed ?? entries.some(wasResumed)
          },
          { timeout: 30_000, interval: 20 },
        )
        .toBeTruthy()
      const { entries, closed } = await readAttempt(reader, id)
      expect(entries.slice(0, left.length)).toEqual(left)
      if (closed === null) continue
      expect(closed).toBe('finished')
      finished.add(id)
      await page.waitForURL(/\/debrief\//)
      await page.goto(`${site.url}/`)
      await begin(page, SEAT)
    }
    // kills from the first ring to the last entry, and whole calls among them
    expect(Math.min(...lengths)).toBeLessThan(20)
    expect(Math.max(...lengths)).toBeGreaterThan(60)
    await (await Recruit.at(page, 'zh')).workOn()
    await page.waitForURL(/\/debrief\//)

    await page.goto(`${site.url}/`)
    const [saved] = await Promise.all([page.waitForEvent('download'), exportAll(page)])
    const file = parseAttemptFile(await readFile(await saved.path(), 'utf8'))
    expect(file.refused).toEqual([])
    expect(file.attempts.length).toBe(finished.size + 1)
    for (const { attempt, status } of file.attempts) {
      expect(status).toBe('finished')
      expect(verdictOn(attempt.header, attempt.entries)).toMatchObject({ ok: true })
    }
    await context.close()
  })

  it('marks as interrupted what can not go on, and keeps all of it', async () => {
    const page = await ringing(site, SEAT)
    const context = page.context()
    const recruit = await Recruit.at(page, 'zh')
    await recruit.work(6)
    const id = recruit.attempt
    await kill(page, 'crash')
    await context.clock.resume()
    const reader = await besides(context, site)
    const { entries: before } = await readAttempt(reader, id)
    await ofAnotherVersion(reader, id)
    const again = await context.newPage()
    await again.goto(`${site.url}/call/${id}`)
    await again.getByRole('heading', { name: zh.fault.engine }).waitFor()
    const { entries, closed } = await readAttempt(reader, id)
    expect(closed).toBe('interrupted')
    expect(entries).toEqual(before)
    await context.close()
  })
})

/** Everything as one file, from the start page's drawer. */
async function exportAll(page: Page): Promise<void> {
  await page.locator('footer button').click()
  await page.getByRole('button', { name: '全部导出' }).click()
}

/** As if another version of the program had begun it. */
function ofAnotherVersion(page: Page, attempt: string): Promise<void> {
  return page.evaluate(async (id) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await done(indexedDB.open('first-ring'))
    const table = db.transaction('attempts', 'readwrite').objectStore('attempts')
    const row = await done(table.get(id))
    row.header.engine += 1000
    await done(table.put(row))
    db.close()
  }, attempt)
}
