/**
 * A recruit at the desk, by the keyboard alone: reads what is shown, presses the keys, writes into the fields. What good
 * work does next is looked up in Node; on the page it must be found and done.
 */

import { pinyin } from 'pinyin-pro'
import type { Locator, Page } from 'playwright-core'
import type { Scenario } from '../core/scenario/schema.ts'
import type { Command, RecordChange } from '../core/sim/command.ts'
import type { PartnerView } from '../core/sim/view.ts'
import { classLabel } from '../core/taxonomy/taxonomy.ts'
import { digitOf, FACT_FIELDS } from '../desk/call/record/factFields.ts'
import { en, zh } from '../ui/i18n/desk.ts'
import { Follower, follow } from './follower.ts'
import type { Language } from './harness.ts'

/** A task that is due again and again has no effect: then something is wrong. Some sentences are said more often. */
const MOST_TRIES = 9
/** From one act to the next, ms of the page's clock. */
const HAND_MS = 300

export class Recruit extends Follower {
  #last = { task: '', tries: 0 }

  /**
   * Takes the seat at a call that is open in this page. From here on time passes only as this recruit lets it, so that a
   * slow machine gives the same call.
   */
  static async at(page: Page, lang: Language, scenario?: Scenario): Promise<Recruit> {
    const recruit = new Recruit(await follow(page, lang, scenario))
    await recruit.sync()
    return recruit
  }

  get texts(): typeof zh {
    return this.lang === 'zh' ? zh : en
  }

  /** Does so many things, or fewer if the call is over; false then. */
  async work(steps: number): Promise<boolean> {
    for (let done = 0; done < steps; done += 1) {
      if (!(await this.step())) return false
      await this.sync()
    }
    return true
  }

  /** Works the call as it should be until it is over, and hands the record in. */
  async workOn(): Promise<void> {
    while (await this.step()) await this.sync()
    await this.wrapUp()
    await this.write({ field: 'narrative', value: this.story() })
    await this.hear((entry) => entry.origin === 'trainee', 'the narrative')
    await this.page.keyboard.press('Control+Enter')
    await this.page.clock.resume()
  }

  /** Lets the seconds pass until the line is down and the record is to be completed. */
  async wrapUp(): Promise<void> {
    const over = this.page.getByRole('heading', { name: this.texts.wrap.title })
    await this.eventually(() => over.isVisible(), 'the record to be completed', 500)
  }

  /** Works the call until this holds. */
  async workUntil(holds: () => boolean): Promise<void> {
    while (!holds()) if (!(await this.work(1))) throw new Error('the call was over before')
  }

  /** One thing, or waiting for the next; false once the call is over. */
  async step(): Promise<boolean> {
    const { mirror } = this
    const { state } = mirror.hand
    if (state === 'ringing') await this.carryOut({ do: 'answer' })
    else {
      const task = mirror.task()
      const reply = task ? null : mirror.reply()
      if (task) await this.carryOut(task)
      else if (mirror.hand.ended) return false
      else if (reply) await this.#sayIfOffered(reply.id)
      else await this.until(mirror.next)
    }
    return true
  }

  /** Does one thing by keyboard and waits until it is stored. */
  async carryOut(command: Command): Promise<void> {
    const name = JSON.stringify(command)
    this.#last = { task: name, tries: this.#last.task === name ? this.#last.tries + 1 : 1 }
    if (this.#last.tries > MOST_TRIES) throw new Error(`again and again: : ${name}`)
    await this.#press(command)
    await this.hear(
      (entry) =>
        entry.origin === 'trainee' &&
        entry.command.do === command.do &&
        (entry.command.do !== 'set' ||
          command.do !== 'set' ||
          entry.command.change.field === command.change.field),
      name,
    )
    await this.tick(HAND_MS)
    await this.eventually(
      () => this.page.evaluate(() => !document.activeElement?.matches('input, textarea')),
      'the keys to be shortcuts again',
    )
  }

  async #press(command: Command): Promise<void> {
    const { keyboard } = this.page
    switch (command.do) {
      case 'answer':
        return keyboard.press('Enter')
      case 'say':
        return this.say(command.reply)
      case 'call-back':
        return keyboard.press('b')
      case 'hold':
      case 'resume':
        return keyboard.press('h')
      case 'hang-up':
        return keyboard.press('Shift+X')
      case 'chase':
        return keyboard.press('r')
      case 'send':
      case 'update':
        return this.toUnit(command.unit)
      case 'tell':
        return this.tell(command.partner)
      case 'bridge':
        return this.join('t', command.partner, command.announced)
      case 'transfer':
        return this.join('z', command.partner, command.asked)
      case 'set':
        return this.write(command.change)
      case 'finish':
        return keyboard.press('Control+Enter')
      case 'leave':
      case 'recall':
        throw new Error(`this recruit never does this: ${command.do}`)
    }
  }

  /** The replies as they stand on the page, with their number keys; only those that can be said now. */
  async offered(): Promise<readonly { readonly key: string; readonly text: string }[]> {
    const { channel } = this.mirror.input.rolled.scenario
    const name = this.texts.by[channel].talk.replies
    const region = this.page.getByRole('region', { name })
    return region.locator('button[aria-keyshortcuts]').evaluateAll((buttons) =>
      buttons
        .filter((button) => button.getAttribute('aria-disabled') !== 'true')
        .map((button) => ({
          key: button.getAttribute('aria-keyshortcuts') ?? '',
          text: button.lastElementChild?.textContent ?? '',
        })),
    )
  }

  /** Says a reply once the page offers it; not at all if the caller goes on before, as on a slow machine they may. */
  async #sayIfOffered(id: string): Promise<void> {
    const isOffered = await this.eventually(async () => {
      if (await this.#keyOf(id)) return 'yes'
      await this.sync()
      return this.mirror.reply()?.id !== id && 'no'
    }, `the page to offer ${id}`)
    if (isOffered === 'yes') await this.carryOut({ do: 'say', reply: id })
  }

  /** The number of a reply among those on the page, found by its words. */
  async #keyOf(id: string): Promise<string | undefined> {
    const text = this.mirror.session.script.texts.get(id)?.[this.lang] ?? ''
    return (await this.offered()).find((reply) => reply.text === text)?.key
  }

  /** Finds a reply's words among those on the page and presses its number. */
  async say(id: string): Promise<void> {
    await this.page.keyboard.press(
      await this.eventually(() => this.#keyOf(id), `the words of ${id}`),
    )
  }

  /** Fills in one field of the record. */
  async write(change: RecordChange): Promise<void> {
    const { keyboard } = this.page
    const { taxonomy, atlas } = this.mirror.input
    switch (change.field) {
      case 'location': {
        const place = atlas.place(change.value?.place ?? '')
        if (!place) throw new Error(`no place to search: ${JSON.stringify(change)}`)
        await keyboard.press('m')
        return this.pick(this.#query(place.name), place.name[this.lang])
      }
      case 'class': {
        const id = change.value ?? ''
        const name = taxonomy.byId.get(id)?.name ?? { zh: id, en: id }
        await keyboard.press('c')
        return this.pick(this.#query(name), classLabel(taxonomy, id, this.lang))
      }
      case 'priority': {
        const digit = ['L1', 'L2', 'L3', 'N'].indexOf(change.value ?? '') + 1
        return keyboard.press(`Shift+Digit${digit}`)
      }
      case 'owner': {
        const owner = taxonomy.owners.find(({ id }) => id === change.value)
        if (!owner) throw new Error(`no such owner: ${change.value}`)
        await keyboard.press('o')
        return this.pick(owner.id, owner.name[this.lang])
      }
      case 'narrative':
        await keyboard.press('n')
        await keyboard.insertText(change.value ?? '')
        return keyboard.press('Escape')
      default:
        return this.#writeFact(change)
    }
  }

  async #writeFact(
    change: Exclude<
      RecordChange,
      { field: 'location' | 'class' | 'priority' | 'owner' | 'narrative' }
    >,
  ): Promise<void> {
    const { keyboard } = this.page
    const { field, value } = change
    const spec = this.mirror.input.taxonomy.fields.find(({ id }) => id === field)
    await keyboard.press('e')
    await keyboard.press(digitOf(FACT_FIELDS.indexOf(field)))
    const popover = this.page.getByRole('dialog', { name: spec?.name[this.lang] ?? field })
    await this.#intoField(popover)
    const word = String(Array.isArray(value) ? value.at(-1) : value)
    const option = spec?.options.find(({ id }) => id === word)
    if (option) await this.pick(option[this.lang], option[this.lang])
    else {
      await keyboard.insertText(word)
      await keyboard.press('Enter')
    }
    await this.tick()
    if (await popover.isVisible()) await keyboard.press('Escape')
    await this.eventually(async () => !(await popover.isVisible()), 'the popover to close')
  }

  /** By Tab into the first text field of what has opened. */
  async #intoField(popover: Locator): Promise<void> {
    await this.eventually(
      () => popover.evaluate((box) => box.contains(document.activeElement)),
      'the focus in the popover',
    )
    const isIn = () => popover.evaluate(() => document.activeElement instanceof HTMLInputElement)
    for (let tries = 0; tries < 4; tries += 1) {
      if (await isIn()) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error('no text field can be reached by Tab')
  }

  /** As one types: the number that a name begins with or its initials in Chinese, the name itself in English. */
  #query(name: { readonly zh: string; readonly en: string }): string {
    if (this.lang === 'en') return name.en
    const [digits] = /^\d+/.exec(name.zh) ?? []
    if (digits !== undefined) return digits
    return pinyin(name.zh, {
      pattern: 'first',
      toneType: 'none',
      type: 'array',
      nonZh: 'consecutive',
    }).join('')
  }

  /** Types into the search field that has the focus, walks to the entry with this name and takes it. */
  async pick(query: string, name: string): Promise<void> {
    const { page } = this
    const field = page.locator('input[role="combobox"]:focus')
    await this.eventually(() => field.isVisible(), 'the search field')
    await page.keyboard.type(query)
    const list = page.locator(`[id="${await field.getAttribute('aria-controls')}"]`)
    const words = list.getByRole('option').locator('> span:not(:empty)')
    const at = await this.eventually(async () => {
      const index = (await words.allTextContents()).indexOf(name)
      return index >= 0 && { index }
    }, `“${name}” for ${query}`)
    for (let down = 0; down < at.index; down += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }

  /** After U every unit has a number: a free one is sent, one that is out hears what is new. */
  async toUnit(id: string): Promise<void> {
    const { page } = this
    const unit = this.mirror.input.atlas.units.find((one) => one.id === id)
    if (!unit) throw new Error(`no such unit: ${id}`)
    const row = page
      .getByRole('region', { name: this.texts.dispatch.units })
      .getByRole('listitem')
      .filter({ has: page.getByTitle(unit.name[this.lang]) })
    await page.keyboard.press('u')
    const number = row.locator('> kbd')
    await this.eventually(() => number.isVisible(), `a number for ${id}`)
    await page.keyboard.press((await number.textContent()) ?? '')
  }

  /** By the partner's own key if it has one, else by search. */
  async tell(partner: string): Promise<void> {
    const keys: Readonly<Record<string, string>> = { '119': 'f', '120': 'a', 'duty-lead': 'l' }
    const key = keys[partner]
    if (key !== undefined) return this.page.keyboard.press(key)
    await this.page.keyboard.press('d')
    await this.#pickPartner(partner)
  }

  /** Brings somebody in, or hands the call over; with a word to the caller first or without. */
  async join(key: 't' | 'z', partner: string, told: boolean): Promise<void> {
    await this.page.keyboard.press(key)
    await this.#pickPartner(partner)
    const manner = this.page.locator('[aria-keyshortcuts="1"]:focus')
    await this.eventually(() => manner.isVisible(), 'the choice of manner')
    await this.page.keyboard.press(told ? '1' : '2')
  }

  partner(id: string): PartnerView {
    const partner = this.mirror.session.view().partners.find((one) => one.id === id)
    if (!partner) throw new Error(`no such partner: ${id}`)
    return partner
  }

  async #pickPartner(id: string): Promise<void> {
    const partner = this.partner(id)
    const query = this.lang === 'en' ? partner.name.en : this.#query(partner.name)
    await this.pick(query, partner.name[this.lang])
  }

  /** What was heard, as one writes it down. */
  story(): string {
    const words = this.mirror.hand
      .heardFacts()
      .flatMap(([, fact]) => fact.words?.[this.lang][0] ?? [])
    return this.lang === 'zh'
      ? `报警人称：${words.join('，')}。已派警、已告知。`
      : `Caller says: ${words.join(', ')}. Units sent, partners told.`
  }
}
