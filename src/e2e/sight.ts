/** What a reader's eyes would complain of: text that is cut off, or too small. */
import type { Page } from 'playwright-core'

export interface Wanted {
  /** Only within elements that fit this selector. */
  readonly within?: string
  /** Smallest text, px. */
  readonly least: number
}

/**
 * Texts of which a part can't be seen: it runs out of a box that hides what runs out. Not counted: what can be scrolled
 * to, what is only for screen readers, and an ellipsis whose whole text stands in a title.
 */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!owner || text === '' || !owner.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const own = range.getBoundingClientRect()
      if (own.width === 0 || own.height === 0) continue
      let isScrolled = false
      for (let box: Element | null = owner; box; box = box.parentElement) {
        const style = getComputedStyle(box)
        const rect = box.getBoundingClientRect()
        // one pixel in size: for screen readers
        if (rect.width <= 1 || rect.height <= 1) break
        const x = style.overflowX
        const y = style.overflowY
        const outX = own.right > rect.right + 1.5 || own.left < rect.left - 1.5
        const outY = own.bottom > rect.bottom + 2.5 || own.top < rect.top - 2.5
        if (x === 'auto' || x === 'scroll' || y === 'auto' || y === 'scroll') isScrolled = true
        const isCut = (outX && /hidden|clip/.test(x)) || (outY && /hidden|clip/.test(y))
        if (!isCut || isScrolled) continue
        const whole = owner.closest('[title]')?.getAttribute('title') ?? ''
        if (whole.includes(text) || owner.closest('[aria-hidden="true"]')) break
        found.push(`“${text}” runs out of <${box.localName} class="${box.className}">`)
        break
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (field.value !== '' || !field.checkVisibility()) continue
      const style = getComputedStyle(field)
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) continue
      pen.font = style.font
      const room =
        field.clientWidth -
        Number.parseFloat(style.paddingLeft) -
        Number.parseFloat(style.paddingRight)
      if (pen.measureText(field.placeholder).width > room + 1)
        found.push(`“${field.placeholder}” runs out of its field`)
    }
    return [...new Set(found)]
  })
}

/** Texts that are smaller than they may be. */
export function smallTexts(page: Page, wanted: Wanted): Promise<readonly string[]> {
  return page.evaluate(({ within = 'body', least }) => {
    const found: string[] = []
    for (const root of document.querySelectorAll(within)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const owner = node.parentElement
        const text = node.textContent?.trim() ?? ''
        if (!owner || text === '' || !owner.checkVisibility({ visibilityProperty: true })) continue
        const size = Number.parseFloat(getComputedStyle(owner).fontSize)
        if (size < least) found.push(`“${text}” in ${size} px`)
      }
    }
    return [...new Set(found)]
  }, wanted)
}
