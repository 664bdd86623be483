import { describe, expect, it } from 'vitest'
import type { Remark, Said } from '../../core/review/remark.ts'
import { readReviewFile, reviewFileText } from '../../core/review/reviewFile.ts'
import { type LocalStore, StorageError } from '../../storage/ports.ts'
import { repliesFile, takeRemarks } from './remarks.ts'

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const HERE = id(1)
const ELSEWHERE = id(2)
const calls: Pick<LocalStore, 'list'> = {
  list: async () => [
    {
      header: {
        id: HERE,
        scenario: { id: 's', version: 1, hash: 'a'.repeat(64) },
        engine: 1,
        seed: 's',
        mode: 'practice',
        lang: 'zh',
        trainee: { id: 't', name: '甲', badge: '1' },
        startedAt: 0,
      },
      status: 'finished',
      result: null,
      entries: 0,
    },
  ],
}
function kept(before: readonly Remark[] = []) {
  const all = [...before]
  return {
    all,
    remarks: async () => all,
    takeRemarks: async (batch: readonly Remark[]) => void all.push(...batch),
  }
}
const said = (n: number, what: Said): Remark => ({ id: id(n), at: n, by: '周复核', what })
const comment = (n: number, attempt: string) =>
  said(n, { kind: 'comment', attempt, n: null, atMs: 0, text: '追问' })
const marks = { feeling: 1, paraphrase: 1, plain: 1, next: 1, calm: 1 } as const
const mark = (n: number, round: string | null) =>
  said(n, { kind: 'mark', attempt: HERE, marks, round })
const reply = (n: number, attempt: string) =>
  said(n, { kind: 'reply', attempt, to: id(10), text: '明白' })

const file = [
  comment(10, HERE),
  comment(11, ELSEWHERE),
  mark(12, null),
  said(13, { kind: 'round', title: '校准', attempts: [HERE], raters: ['甲', '乙'] }),
  mark(14, id(13)),
  reply(15, HERE),
]

describe('remarks at a workstation', () => {
  it('come in for calls that are here, once, and never what was marked blind', async () => {
    const store = kept()
    const text = reviewFileText({ remarks: file })
    const report = { added: 3, known: 0, differing: 0, others: 3, refused: [] }
    expect(await takeRemarks(text, calls, store)).toEqual(report)
    expect(store.all).toEqual([file[0], file[2], file[5]])
    expect(await takeRemarks(text, calls, store)).toEqual({ ...report, added: 0, known: 3 })
    expect(store.all).toHaveLength(3)
  })

  it('never change what is here, and a file that is none is left to others', async () => {
    const store = kept([comment(10, HERE)])
    const forged = { ...comment(10, HERE), by: '别人' }
    const text = reviewFileText({ remarks: [forged] })
    expect(await takeRemarks(text, calls, store)).toMatchObject({ added: 0, differing: 1 })
    expect(store.all).toEqual([comment(10, HERE)])
    expect(await takeRemarks('{"format":"first-ring-attempts"}', calls, store)).toBeNull()
  })

  it('are answered in a file of replies, of calls that are here', async () => {
    const store = kept([...file, reply(16, ELSEWHERE)])
    const out = await repliesFile(calls, store, '2026-09-01')
    expect(out?.name).toBe('first-ring-replies-2026-09-01.json')
    expect(readReviewFile(out?.text ?? '').remarks).toEqual([reply(15, HERE)])
    expect(await repliesFile(calls, kept([comment(10, HERE)]), 'x')).toBeNull()
  })

  it('are none where the browser keeps nothing; any other trouble is told', async () => {
    const failing = (kind: 'private-mode' | 'closed') => ({
      remarks: () => Promise.reject(new StorageError({ kind })),
    })
    expect(await repliesFile(calls, failing('private-mode'), 'x')).toBeNull()
    await expect(repliesFile(calls, failing('closed'), 'x')).rejects.toThrow()
  })
})
