import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../core/sim/journal.ts'
import { en, zh } from '../ui/i18n/desk.ts'
import { zh as start } from '../ui/i18n/start.ts'
import { type Site, startSite } from './harness.ts'
import { shipped, verdictOn } from './mirror.ts'
import { Recruit } from './recruit.ts'
import { ringing, type Seat } from './ring.ts'
import { readDisk } from './stored.ts'

/** What the modes allow, what the line does, and what the keys mean. */

const PRACTICE: Seat = { lang: 'zh', mode: 'practice', scenario: 'life-noise', truth: 'site' }

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())
afterEach(() => {
  const faults = site.faults()
  site.forget()
  expect(faults).toEqual([])
})

async function sit(seat: Seat): Promise<Recruit> {
  const page = await ringing(site, seat)
  return Recruit.at(page, seat.lang)
}

const leave = (recruit: Recruit) => recruit.page.context().close()
const did = (journal: readonly Entry[]) =>
  journal.flatMap((entry) => (entry.origin === 'trainee' ? [entry.command.do] : []))
const happened = (journal: readonly Entry[]) =>
  journal.flatMap((entry) => (entry.origin === 'script' ? [entry.happening.what] : []))
const saw = (journal: readonly Entry[]) =>
  journal.flatMap((entry) => (entry.origin === 'observed' ? [entry.observation.saw] : []))
const isRefused = (why: string) => (entry: Entry) =>
  entry.origin === 'script' && entry.happening.what === 'refused' && entry.happening.why === why
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Until the recruit may speak, and good work has nothing else to do. */
async function toNextReply(recruit: Recruit): Promise<void> {
  const { mirror } = recruit
  await recruit.workUntil(() => mirror.task() === null && mirror.reply() !== null)
}

describe('coaching', () => {
  it('says after a reply what it did and why, and steps back before it', async () => {
    const recruit = await sit({ ...PRACTICE, mode: 'coaching' })
    const { page } = recruit
    const strip = region(page, zh.coach.label)
    expect(await strip.innerText()).toContain(zh.coach.waiting)
    await toNextReply(recruit)
    const best = recruit.mirror.reply()
    if (!best) throw new Error('there is nothing to say')
    await recruit.carryOut({ do: 'say', reply: best.id })
    await recruit.eventually(
      async () => !(await strip.innerText()).includes(zh.coach.waiting),
      'a word of the coach',
    )
    const note = await strip.innerText()
    const qualities: readonly string[] = Object.values(zh.coach.quality)
    expect(qualities).toContain(note.split('\n')[0]?.trim())
    const { acts } = recruit.mirror.input.taxonomy
    for (const id of best.acts) expect(note).toContain(acts.find((act) => act.id === id)?.name.zh)
    const talk = region(page, zh.by.phone.talk.label)
    expect(await talk.innerText()).toContain(best.text.zh)

    const before = page.url()
    await page.clock.resume()
    await page.keyboard.press('Control+z')
    await page.waitForURL((url) => url.href !== before)
    await region(page, zh.by.phone.talk.replies)
      .getByRole('button', { name: best.text.zh })
      .waitFor()
    expect(await talk.innerText()).not.toContain(best.text.zh)
    const { headers, closed } = await readDisk(page)
    const old = before.split('/').at(-1) ?? ''
    expect(closed[old]).toBe('left')
    expect(headers.find(({ from }) => from?.attempt === old)).toBeDefined()

    const again = await Recruit.at(page, 'zh')
    await again.carryOut({ do: 'say', reply: best.id })
    await again.sync()
    expect(verdictOn(again.mirror.input.header, again.journal)).toMatchObject({ ok: true })
    await leave(again)
  })
})

describe('an exam', () => {
  it('is sealed, shuffles what can be said, can not be paused or left, and tells nothing', async () => {
    const recruit = await sit({ lang: 'zh', mode: 'exam' })
    const { page } = recruit
    const { header, rolled } = recruit.mirror.session
    expect(header.mode).toBe('exam')
    expect(rolled.scenario.id).toBe(header.scenario.id)
    const title = shipped(header.scenario.id).title.zh
    const text = async () => `${await page.title()} ${await page.locator('body').innerText()}`
    expect(await text()).not.toContain(title)
    expect(await page.getByRole('button', { name: zh.act.pause }).count()).toBe(0)
    expect(await page.getByRole('button', { name: zh.by.phone.act.leave }).count()).toBe(0)
    await recruit.work(3)
    await page.keyboard.press('p')
    await page.keyboard.press('Shift+Q')
    await page.keyboard.press('Control+z')
    await recruit.tick(3000)
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await region(page, zh.coach.label).count()).toBe(0)

    let isShuffled = false
    for (let said = 0; said < 6; said += 1) {
      await toNextReply(recruit)
      const { session } = recruit.mirror
      const order = session.offered().map((reply) => reply.text.zh)
      const shown = await recruit.eventually(async () => {
        const found = (await recruit.offered()).map((reply) => reply.text)
        return found.length === order.length && found
      }, 'the replies')
      expect(shown).toEqual(order)
      const inFile = session.offered().map(({ index }) => index)
      isShuffled ||= inFile.join() !== inFile.toSorted((a, b) => a - b).join()
      const best = recruit.mirror.reply()
      if (best) await recruit.carryOut({ do: 'say', reply: best.id })
    }
    expect(isShuffled).toBe(true)
    expect(await text()).not.toContain(title)
    expect(saw(recruit.journal)).not.toContain('paused')
    expect(did(recruit.journal)).not.toContain('leave')
    await leave(recruit)
  })
})

describe('practice', () => {
  it('stands still while it is paused', async () => {
    const recruit = await sit(PRACTICE)
    const { page } = recruit
    await recruit.work(2)
    await page.keyboard.press('p')
    await recruit.hear(({ origin }) => origin === 'observed', 'the pause')
    const before = recruit.journal.length
    await recruit.eventually(() => page.getByRole('dialog').isVisible(), 'the pause')
    await recruit.tick(60_000)
    await page.keyboard.press('1')
    await page.keyboard.press('Shift+Digit1')
    await page.keyboard.press('p')
    const on = await recruit.eventually(async () => {
      const { journals } = await readDisk(page)
      return journals[recruit.mirror.input.header.id]?.[before]
    }, 'the end of the pause')
    const paused = recruit.journal.at(-1)
    expect(paused).toMatchObject({ observation: { saw: 'paused' } })
    expect(on).toMatchObject({ at: paused?.at, observation: { saw: 'unpaused' } })
    await leave(recruit)
  })

  it('can be left without a score, after one question', async () => {
    const recruit = await sit(PRACTICE)
    const { page } = recruit
    await recruit.work(1)
    await page.keyboard.press('Shift+Q')
    const ask = page.getByRole('dialog', { name: zh.by.phone.leave })
    await recruit.eventually(() => ask.isVisible(), 'the question')
    await page.clock.resume()
    await ask.getByRole('button', { name: zh.leave.go, exact: true }).click()
    await page.getByRole('radiogroup', { name: start.mode.title }).waitFor()
    expect(Object.values((await readDisk(page)).closed)).toEqual(['left'])
    await leave(recruit)
  })
})

describe('the line', () => {
  it('answers every impossible act on the screen and in the journal', async () => {
    const recruit = await sit(PRACTICE)
    const { page } = recruit
    const tries = [
      ['h', 'line-not-up'],
      ['b', 'not-dropped'],
      ['Shift+X', 'line-not-up'],
      ['Control+Enter', 'call-open'],
    ] as const
    const { refused } = zh.by.phone
    for (const [key, why] of tries) {
      await page.keyboard.press(key)
      await recruit.hear(isRefused(why), `the refusal of ${key}`)
      const notice = region(page, zh.map.label).getByText(refused[why])
      await recruit.eventually(async () => (await notice.count()) > 0, refused[why])
    }
    await recruit.carryOut({ do: 'answer' })
    await page.keyboard.press('b')
    await recruit.hear(isRefused('not-dropped'), 'the refusal of a call-back')
    await leave(recruit)
  })

  it('is held and resumed, and says when that lasts too long', async () => {
    const recruit = await sit(PRACTICE)
    const { page } = recruit
    const line = region(page, zh.by.phone.line.label)
    await recruit.work(1)
    await recruit.carryOut({ do: 'hold' })
    await recruit.eventually(
      async () => (await line.innerText()).includes(zh.by.phone.line.held),
      'hold',
    )
    expect(await recruit.offered()).toEqual([])
    await recruit.tick(21_000)
    await recruit.eventually(
      async () => (await line.getByRole('alert').allInnerTexts()).includes(zh.line.holdLong),
      'the warning',
    )
    await recruit.sync()
    await recruit.carryOut({ do: 'resume' })
    expect(happened(recruit.journal)).toEqual(expect.arrayContaining(['held', 'resumed']))
    await recruit.eventually(async () => (await recruit.offered()).length > 0, 'something to say')
    await leave(recruit)
  })

  it('can be called back when it drops', { timeout: 240_000 }, async () => {
    const recruit = await sit({ lang: 'zh', mode: 'practice', scenario: 'pylon' })
    const { page } = recruit
    const line = region(page, zh.by.phone.line.label)
    await recruit.workUntil(() => recruit.mirror.hand.state === 'dropped')
    await recruit.eventually(
      async () => (await line.innerText()).includes(zh.by.phone.line.droppedHelp),
      'what to do',
    )
    expect(await recruit.offered()).toEqual([])
    await recruit.carryOut({ do: 'call-back' })
    await recruit.eventually(
      async () => (await line.innerText()).includes(zh.by.phone.line.callingHelp),
      'the call-back',
    )
    await toNextReply(recruit)
    expect(happened(recruit.journal)).toContain('restored')
    await recruit.eventually(async () => (await recruit.offered()).length > 0, 'something to say')
    await leave(recruit)
  })
})

describe('the words and keys', () => {
  it('change their language in the middle of a call, and what was said with them', async () => {
    const recruit = await sit(PRACTICE)
    const { page } = recruit
    await toNextReply(recruit)
    const best = recruit.mirror.reply()
    if (!best) throw new Error('there is nothing to say')
    await recruit.carryOut({ do: 'say', reply: best.id })
    await page.getByRole('button', { name: '中 / EN' }).click()
    const talk = region(page, en.by.phone.talk.label)
    await recruit.eventually(
      async () => (await talk.innerText()).includes(best.text.en),
      'the reply in English',
    )
    await recruit.hear(({ origin }) => origin === 'observed', 'the change of language')
    expect(saw(recruit.journal)).toContain('language')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(recruit.mirror.input.header.lang).toBe('zh')

    const inEnglish = await Recruit.at(page, 'en')
    await inEnglish.work(4)
    expect(verdictOn(inEnglish.mirror.input.header, inEnglish.journal)).toMatchObject({ ok: true })
    await leave(recruit)
  })

  it('are letters, not shortcuts, while an input method composes or a field is written', async () => {
    const recruit = await sit(PRACTICE)
    const { page } = recruit
    await toNextReply(recruit)
    const before = did(recruit.journal).length
    const session = await page.context().newCDPSession(page)
    await page.keyboard.press('m')
    const field = page.getByRole('combobox', { name: zh.map.search })
    await recruit.eventually(
      () => field.evaluate((input) => input === document.activeElement),
      'the focus in the search',
    )
    await compose(session, 'fu')
    for (const key of ['1', 'Enter', ' ', 'Escape']) await pressWhileComposing(session, key)
    await session.send('Input.insertText', { text: '福' })
    expect(await field.inputValue()).toBe('福')
    await page.keyboard.press('Escape')

    await page.keyboard.press('n')
    await compose(session, 'ta')
    for (const key of ['1', 'Enter', 'h']) await pressWhileComposing(session, key)
    await session.send('Input.insertText', { text: '他说' })
    await page.keyboard.type('h1')
    const narrative = page.getByRole('textbox', { name: zh.record.narrative })
    expect(await narrative.inputValue()).toBe('他说h1')
    await recruit.sync()
    expect(did(recruit.journal).length).toBe(before)

    // out of the field, keys of an input method that is still on mean what is printed on them
    await page.keyboard.press('Escape')
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'KeyH',
      windowsVirtualKeyCode: 229,
    })
    await recruit.hear(
      (entry) => entry.origin === 'trainee' && entry.command.do === 'hold',
      'the hold',
    )
    await leave(recruit)
  })
})

const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })

/** As an input method passes keys on: the page hears them, they belong to the composition. */
async function pressWhileComposing(session: CDPSession, key: string): Promise<void> {
  const event = { key, windowsVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}
