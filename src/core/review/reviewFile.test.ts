import { describe, expect, it } from 'vitest'
import { toBase64Url } from '../sim/base64url.ts'
import type { Remark } from './remark.ts'
import { isReviewFile, readReviewFile, reviewFileText } from './reviewFile.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const comment: Remark = {
  id: id(1),
  at: 1,
  by: '周',
  what: { kind: 'comment', attempt: id(9), n: null, atMs: 0, text: '<script>' },
}
const changed = (some: object) => ({ ...comment, ...some })
const codes = (text: string) => readReviewFile(text).refused.map(({ code }) => code)
const file = (some: object) =>
  JSON.stringify({ format: 'first-ring-review', formatVersion: 1, remarks: [], ...some })

describe('a review file', () => {
  it('is known by how it begins, as we write it and as others lay it out', () => {
    expect(isReviewFile(reviewFileText({ remarks: [] }))).toBe(true)
    expect(isReviewFile('\uFEFF{\n  "format" : "first-ring-review",')).toBe(true)
    expect(isReviewFile('{"format":"first-ring-attempts"')).toBe(false)
    expect(isReviewFile('')).toBe(false)
  })

  it('gives back what was written', () => {
    const read = readReviewFile(reviewFileText({ remarks: [comment] }))
    expect(read).toEqual({ remarks: [comment], people: [], stations: [], refused: [] })
  })

  it('refuses a whole file that is none, too new, cut or too long', () => {
    expect(codes('{"format":"first-ring-review"')).toEqual(['not-json'])
    expect(codes(file({ formatVersion: 2 }))).toEqual(['version'])
    expect(codes(file({ remarks: 3 }))).toEqual(['shape'])
    expect(codes(file({ more: 3 }))).toEqual(['shape'])
    expect(codes(' '.repeat(32 * 1024 * 1024 + 1))).toEqual(['too-large'])
  })

  it('refuses each item that is not as it should be, names it, and takes the others', () => {
    const wrong = [
      changed({ id: 'a' }),
      changed({ at: -1 }),
      changed({ by: 'x'.repeat(81) }),
      changed({ extra: 1 }),
      changed({ what: { ...comment.what, text: 'x'.repeat(2001) } }),
      changed({ what: { ...comment.what, text: 7 } }),
      changed({ what: { kind: 'shout', attempt: id(9) } }),
      changed({ what: { kind: 'mark', attempt: id(9), marks: { feeling: 6 }, round: null } }),
      null,
    ]
    const read = readReviewFile(file({ remarks: [...wrong, comment] }))
    expect(read.remarks).toEqual([comment])
    expect(read.refused.map(({ why }) => why.split(':')[0])).toEqual(
      wrong.map((_, index) => `remarks.${index}`),
    )
  })

  it("refuses a workstation whose id is not its key's", () => {
    const key = toBase64Url(new Uint8Array(65).fill(4))
    const station = { id: 'a'.repeat(64), key, name: '7', enrolledAt: 0 }
    const read = readReviewFile(file({ stations: [station] }))
    expect(read.stations).toEqual([])
    expect(read.refused[0]?.why).toMatch(/^stations\.0: .*key/)
  })
})
