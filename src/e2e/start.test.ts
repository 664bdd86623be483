import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import {
  CALL,
  chosen,
  closeDialog,
  dialog,
  enrol,
  enrolled,
  fileOf,
  headers,
  heading,
  type Made,
  scrolls,
  takeIn,
} from './startPage.ts'

const PYLON = '铁塔上的包工头'
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

describe('the first visit', () => {
  it.each(['zh', 'en'] as const)('asks in %s who you are, and nothing else', async (language) => {
    const page = await site.open('/', { language })
    const main = await page.locator('main').innerText()
    expect(main).toContain('12356')
    expect(await page.locator('table').count()).toBe(0)
    expect(await page.locator('input').count()).toBe(2)
    expect(await axe(page)).toEqual([])

    await page.locator('form button[type=submit]').click()
    expect(await page.locator('input[name=name]').getAttribute('aria-invalid')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')
    expect(await axe(page)).toEqual([])

    await enrol(page)
    expect(await page.locator('h2').first().textContent()).toBe('陈晓')
    await page.reload()
    await ready(page)
    expect(await page.locator('table').count()).toBe(1)
    await page.context().close()
  })
})

describe('the page', () => {
  const sizes = [
    [1366, 768],
    [1920, 1080],
  ] as const
  const views = (['zh', 'en'] as const).flatMap((language) =>
    sizes.map(([width, height]): [Language, number, number] => [language, width, height]),
  )

  it.each(views)(
    'fits in %s on %i × %i without scrolling or violation',
    async (language, width, height) => {
      const page = await enrolled(site, { language, width, height })
      expect(await scrolls(page)).toBe(false)
      expect(await axe(page)).toEqual([])
      await takeIn(page, await fileOf(page, [{ scenario: 'pylon', ago: 1 }]))
      expect(await scrolls(page)).toBe(false)
      await page.keyboard.press('ArrowLeft')
      expect(await axe(page)).toEqual([])
      expect(await scrolls(page)).toBe(false)
      await page.context().close()
    },
  )

  it('is worked from the keyboard: calls, modes, search', async () => {
    const page = await enrolled(site)
    const rows = page.locator('tbody button[tabindex]')
    const titles = await rows.allTextContents()
    expect(titles.length).toBeGreaterThanOrEqual(3)
    expect(await chosen(page)).toBe(titles[0])
    await page.keyboard.press('ArrowDown')
    expect([await chosen(page), await heading(page)]).toEqual([titles[1], titles[1]])
    await page.keyboard.press('n')
    expect(await chosen(page)).toBe(titles[2])
    await page.keyboard.press('ArrowUp')
    expect(await chosen(page)).toBe(titles[1])

    const mode = () => page.locator('input[type=radio][value]:checked').getAttribute('value')
    expect(await mode()).toBe('coaching')
    await page.keyboard.press('ArrowRight')
    expect(await mode()).toBe('practice')
    await page.reload()
    await ready(page)
    expect(await mode()).toBe('practice')

    await page.keyboard.press('/')
    await page.keyboard.type('tieta')
    await page.waitForFunction(
      () => document.querySelectorAll('tbody button[tabindex]').length === 1,
    )
    await page.keyboard.press('Enter')
    expect(await heading(page)).toBe(PYLON)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(PYLON)
    await page.context().close()
  })

  it('says why a call comes next, and shows how the trainee stands', async () => {
    const page = await enrolled(site)
    const made: readonly Made[] = [
      { scenario: 'pylon', ago: 1 },
      { scenario: 'lost-child', ago: 0 },
    ]
    expect(await takeIn(page, await fileOf(page, made))).toContain('新增 2 通')
    await page.getByRole('heading', { level: 1, name: PYLON }).waitFor()
    const main = await page.locator('main').innerText()
    expect(main).toContain('昨天练过，今天到期复练')
    expect(main).toContain('间隔 1 天')
    expect(main).toContain('已练 2 通')
    expect(main).toMatch(/分类准确 · 近 2 通\s*(9\d|100)%/)
    expect(main).toMatch(/0 次\s*，须为 0/)

    await page.getByRole('radio', { name: /练习记录/ }).check()
    expect(await page.locator('tbody a').allTextContents()).toHaveLength(2)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('d')
    await page.waitForURL(/\/debrief\//)
    await page.context().close()
    site.forget()
  })

  it('reads no parser, no simulation, no map and no sound before they are needed', async () => {
    const page = await enrolled(site)
    await takeIn(page, await fileOf(page, [{ scenario: 'pylon', ago: 1 }]))
    await page.reload()
    await ready(page)
    await page.waitForLoadState('networkidle')
    const code = async () => {
      const names = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      )
      const scripts = names.filter((name) => name.endsWith('.js'))
      return (await Promise.all(scripts.map(async (name) => (await fetch(name)).text()))).join('')
    }
    // words that only these libraries contain
    const heavy = ['ZodError', 'YAMLParseError', 'xstate.init', 'Phaser', 'HowlerGlobal']
    const loaded = await code()
    expect(heavy.filter((word) => loaded.includes(word))).toEqual([])
    await page.keyboard.press('s')
    await page.getByText('就绪').or(page.getByText('没有声音')).first().waitFor()
    const after = await code()
    expect(heavy.filter((word) => after.includes(word))).toEqual(['HowlerGlobal'])
    await page.context().close()
  })

  it('lists a broken scenario with its place and how to mend it, and starts the others', async () => {
    const page = await site.open('/', { language: 'zh' })
    await page.route('**/assets/StartPage-*.js', async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      const problem = {
        code: 'SC001',
        line: 12,
        column: 5,
        message: { zh: '缩进不对。', en: 'Wrong indentation.' },
        fix: { zh: '往左移两格。', en: 'Move it left.' },
      }
      const file = 'scenarios/torn/scenario.yaml'
      const broken = [{ id: 'torn', file, problems: [problem], count: 4, playable: false }]
      const changed = text.replace(/broken:\[\]/, `broken:${JSON.stringify(broken)}`)
      expect(changed).not.toBe(text)
      await route.fulfill({ response, body: changed })
    })
    await page.reload()
    await ready(page)
    await enrol(page)
    const main = await page.locator('main').innerText()
    expect(main).toContain('scenarios/torn/scenario.yaml:12:5 SC001')
    expect(main).toContain('往左移两格。')
    expect(main).toContain('还有 3 处')
    expect(await axe(page)).toEqual([])
    expect(await page.locator('tbody button[tabindex]').count()).toBeGreaterThan(0)
    await page.context().close()
  })
})

describe('starting a call', () => {
  it('announces grave content first; declining leaves nothing behind', async () => {
    const page = await enrolled(site)
    // a button that opened a dialog before must not take the next Enter
    await page.getByRole('button', { name: '换人' }).click()
    await dialog(page).waitFor()
    await closeDialog(page)
    await page.getByRole('button', { name: PYLON }).click()
    await page.locator('h1').click()
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    const words = await dialog(page).innerText()
    expect(words).toContain('涉及自杀')
    expect(words).toContain('12356')
    expect(await axe(page)).toEqual([])
    await closeDialog(page)
    expect(await headers(page)).toEqual([])
    expect(new URL(page.url()).pathname).toBe('/')

    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(CALL)
    const [header, ...more] = await headers(page)
    expect(more).toEqual([])
    expect(header).toMatchObject({
      scenario: { id: 'pylon' },
      mode: 'coaching',
      lang: 'zh',
      trainee: { name: '陈晓', badge: '011207' },
    })
    expect(header?.seed).toMatch(/^[0-9a-f]{16}$/)
    expect(header?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(page.url()).toContain(header?.id ?? '—')
    await page.context().close()
  })

  it('keeps an exam sealed, in an order that stays all day', async () => {
    const page = await enrolled(site)
    const titles = await page.locator('tbody button[tabindex]').allTextContents()
    await page.keyboard.press('ArrowLeft') // from coaching round to the exam
    const shown = await page.locator('main').innerText()
    for (const title of titles) expect(shown).not.toContain(title)
    expect(shown).not.toContain('先稳情绪')
    expect(await page.locator('input[type=search]').count()).toBe(0)
    const levels = () => page.locator('tbody tr').allInnerTexts()
    const before = await levels()
    await page.reload()
    await ready(page)
    expect(await levels()).toEqual(before)
    expect(await axe(page)).toEqual([])

    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    const words = await dialog(page).innerText()
    for (const title of titles) expect(words).not.toContain(title)
    expect(words).toContain('不影响成绩')
    expect(await axe(page)).toEqual([])
    await closeDialog(page)
    expect(await headers(page)).toEqual([])

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(CALL)
    expect((await headers(page))[0]?.mode).toBe('exam')
    await page.context().close()
  })
})
