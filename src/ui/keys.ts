/**
 * Key combinations as the rest of the program writes them: `H`, `Shift+X`, `1`, `?`, `Enter`,
 * `ArrowUp`, `Mod+S` (Ctrl, or Command on a Mac). Letters are case-blind; `Shift` is written out
 * for letters, digits and named keys, and not for symbols, which carry it themselves (`?`).
 */
export interface Combo {
  readonly key: string
  readonly shift: boolean
  readonly alt: boolean
  readonly mod: boolean
}

/** The parts of a keyboard event that matching needs. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Modifiers and key; the last part is the key, so `+` alone and `Shift++` work. */
function parts(text: string): { readonly mods: readonly string[]; readonly key: string } {
  const cut = text.length < 3 ? -1 : text.lastIndexOf('+', text.length - 2)
  return cut < 0
    ? { mods: [], key: text }
    : { mods: text.slice(0, cut).split('+'), key: text.slice(cut + 1) }
}

/** Reads `Shift+X`. */
export function parseCombo(text: string): Combo {
  const { mods, key } = parts(text)
  return {
    key: key === 'Space' ? ' ' : key.toLowerCase(),
    shift: mods.includes('Shift'),
    alt: mods.includes('Alt'),
    mod: mods.includes('Mod'),
  }
}

/**
 * What the press means: the character, or for an input method or another alphabet, which hide it,
 * the Latin letter or digit printed on the key.
 */
function meaning(press: KeyPress): string {
  const latin = press.key.length > 1 || /^[\x20-\x7e]$/.test(press.key)
  if (latin && press.key !== 'Process' && press.key !== 'Unidentified')
    return press.key.toLowerCase()
  return /^(?:Key|Digit)(.)$/.exec(press.code)?.[1]?.toLowerCase() ?? press.key.toLowerCase()
}

/** Whether a press is this combination. */
export function matches(combo: Combo, press: KeyPress): boolean {
  const key = meaning(press)
  if (combo.mod !== (press.ctrlKey || press.metaKey) || combo.alt !== press.altKey) return false
  // Shift+1 arrives as '!': compare by the digit on the key.
  const digit = press.shiftKey ? /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1] : undefined
  if (combo.shift && digit === combo.key) return true
  if (key !== combo.key) return false
  const shiftIsPartOfSymbol = key.length === 1 && !/[a-z0-9 ]/.test(key)
  return shiftIsPartOfSymbol || combo.shift === press.shiftKey
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

/** How a combination is printed on a key cap: `⇧X`, `↑`, `Ctrl S`. */
export function keyCap(text: string): string {
  const { key } = parts(text)
  const { shift, alt, mod } = parseCombo(text)
  const front = `${mod ? 'Ctrl ' : ''}${alt ? 'Alt ' : ''}${shift ? '⇧' : ''}`
  return front + (SIGNS[key] ?? key)
}

/** The same for `aria-keyshortcuts`: `Shift+X`, `Control+S`. */
export function keyShortcuts(text: string): string {
  return text.replace('Mod+', 'Control+')
}
