import { describe, expect, it } from 'vitest'
import { type KeyPress, keyCap, matches, parseCombo } from './keys.ts'

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held }
}

const shift = { shiftKey: true }

describe('key combinations', () => {
  it.each<[string, KeyPress, boolean]>([
    ['H', press('h', 'KeyH'), true],
    ['H', press('H', 'KeyH'), true], // caps lock
    ['H', press('H', 'KeyH', shift), false],
    ['Shift+X', press('X', 'KeyX', shift), true],
    ['Shift+X', press('x', 'KeyX'), false],
    ['H', press('h', 'KeyH', { ctrlKey: true }), false],
    ['Mod+S', press('s', 'KeyS', { metaKey: true }), true],
    ['1', press('1', 'Digit1'), true],
    ['1', press('1', 'Numpad1'), true],
    ['1', press('!', 'Digit1', shift), false],
    ['Shift+1', press('!', 'Digit1', shift), true],
    ['?', press('?', 'Slash', shift), true],
    ['/', press('/', 'Slash'), true],
    ['/', press('/', 'Digit7', shift), true], // German layout
    ['+', press('+', 'Equal', shift), true],
    ['ArrowUp', press('ArrowUp', 'ArrowUp'), true],
    ['Shift+ArrowUp', press('ArrowUp', 'ArrowUp', shift), true],
    ['Enter', press('Enter', 'NumpadEnter'), true],
    ['Space', press(' ', 'Space'), true],
    ['H', press('Process', 'KeyH'), true], // an input method hides the letter
    ['H', press('р', 'KeyH'), true], // another alphabet
    ['2', press('Process', 'Digit2'), true],
  ])('%s against %o', (combo, given, expected) => {
    expect(matches(parseCombo(combo), given)).toBe(expected)
  })

  it('prints key caps', () => {
    expect(['Shift+X', 'ArrowUp', 'Escape', 'Mod+S', '?', '+'].map(keyCap)).toEqual([
      '⇧X',
      '↑',
      'Esc',
      'Ctrl S',
      '?',
      '+',
    ])
  })
})
