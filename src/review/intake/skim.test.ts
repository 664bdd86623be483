import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankEnd, listAt, readJson, type Span, tableAt, valueEnd } from './skim.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const isWhole = (bytes: Uint8Array, to: number): boolean => blankEnd(bytes, to) >= bytes.length
function membersOf(bytes: Uint8Array) {
  const table = tableAt(bytes, blankEnd(bytes, 0))
  return table && isWhole(bytes, table.to) ? table.members : null
}
function itemsOf(bytes: Uint8Array) {
  const items: Span[] = []
  const to = listAt(bytes, blankEnd(bytes, 0), (from) => {
    const end = valueEnd(bytes, from)
    items.push({ from, to: end })
    return end
  })
  return to !== null && isWhole(bytes, to) ? items : null
}
/** JSON in any layout. */
const layout = fc.constantFrom(undefined, 1, '\t')
/** Names and texts with what a scanner may stumble over. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', ' ', '铃', '😀') }),
  fc.string({ unit: 'grapheme' }),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
}))

describe('JSON skimmed', () => {
  it('has the parts that JSON.parse finds, in any layout', () => {
    fc.assert(
      fc.property(fc.dictionary(word, value), layout, (table, space) => {
        const text = JSON.stringify(table, null, space)
        const bytes = bytesOf(`${space === 1 ? ' \n' : ''}${text}${space === 1 ? '\r\n' : ''}`)
        const members = membersOf(bytes)
        const read = [...(members ?? [])].map(([name, span]) => [name, readJson(bytes, span)])
        expect(members).not.toBeNull()
        expect(Object.fromEntries(read)).toEqual(JSON.parse(text))
        expect(itemsOf(bytes)).toBeNull()
      }),
    )
    fc.assert(
      fc.property(fc.array(value), layout, (list, space) => {
        const text = JSON.stringify(list, null, space)
        const bytes = bytesOf(text)
        const items = itemsOf(bytes)
        expect(items?.map((span) => readJson(bytes, span))).toEqual(JSON.parse(text))
        expect(membersOf(bytes)).toBeNull()
      }),
    )
  })

  it('is none when it is cut short, or has more behind it', () => {
    fc.assert(
      fc.property(fc.dictionary(word, value, { minKeys: 1 }), fc.nat(), (table, cut) => {
        const bytes = bytesOf(JSON.stringify(table))
        const short = bytes.subarray(0, cut % bytes.length)
        expect(membersOf(short)).toBeNull()
        const long = bytesOf(`${JSON.stringify(table)} x`)
        expect(membersOf(long)).toBeNull()
      }),
    )
  })

  it('stops at whatever is no JSON', () => {
    for (const text of [
      '',
      ' ',
      '{',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{a:1}',
      '{"a":1 "b":2}',
      '{"a"1}',
    ]) {
      const bytes = bytesOf(text)
      expect(membersOf(bytes), text).toBeNull()
    }
    for (const text of ['[', '[1,]', '[,1]', '[1 2]', '[1}', ']']) {
      const bytes = bytesOf(text)
      expect(itemsOf(bytes), text).toBeNull()
    }
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        membersOf(bytes)
        itemsOf(bytes)
      }),
    )
  })

  it('is as deep as it likes', () => {
    const bytes = bytesOf(`{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`)
    expect(membersOf(bytes)?.get('a')).toEqual({ from: 5, to: 2_000_005 })
  })
})
