import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeReadiness, parseReadiness } from './readiness.ts'
import type { Sheet } from './sheet.ts'
import { sheetFor } from './testing.ts'

const source = readFileSync(new URL('../../../scenarios/readiness.yaml', import.meta.url), 'utf8')

function shipped() {
  const parsed = parseReadiness(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.readiness
}

const right = (n: number): Sheet => sheetFor({ attempt: `a${n}` })
const list = (length: number, change: (n: number) => Partial<Sheet> = () => ({})): Sheet[] =>
  Array.from({ length }, (_, n) => ({ ...right(n), ...change(n) }))
const wrong: Partial<Sheet> = { choice: { ...right(0).choice, final: 'P05' } }
const red: Partial<Sheet> = {
  redLines: [{ line: 'R1', kind: 'answer-late', zh: '', en: '', atMs: 0, n: null }],
}
const under: Partial<Sheet> = { choice: { ...right(0).choice, priority: 'L2', triage: -1 } }

describe('the readiness rule', () => {
  it('calls nobody ready before there is enough to say', () => {
    expect(judgeReadiness(shipped(), []).standing).toBe('too-few')
    expect(judgeReadiness(shipped(), list(19)).standing).toBe('too-few')
    expect(judgeReadiness(shipped(), list(20)).standing).toBe('ready')
  })

  it('wants 17 of the last 20 classes right', () => {
    const of = (faults: number) =>
      judgeReadiness(
        shipped(),
        list(25, (n) => (n >= 25 - faults ? wrong : {})),
      )
    expect(of(3).standing).toBe('ready')
    expect(of(4).standing).toBe('near')
    expect(of(4).criteria[0]).toMatchObject({ met: false, have: 16, of: 20, need: 17 })
    // faults that are older than the last 20 are forgiven
    expect(
      judgeReadiness(
        shipped(),
        list(30, (n) => (n < 10 ? wrong : {})),
      ).standing,
    ).toBe('ready')
  })

  it('looks at the last ten calls of L1, not at the last ten calls', () => {
    const calm: Partial<Sheet> = { choice: { ...right(0).choice, rightPriority: 'L3' } }
    const sheets = list(40, (n) => (n === 20 ? under : n > 20 && n % 2 === 0 ? calm : {}))
    expect(judgeReadiness(shipped(), sheets).criteria[1]).toMatchObject({ met: true, have: 0 })
    const few = list(40, (n) => (n === 35 ? under : n > 20 && n !== 35 ? calm : {}))
    expect(judgeReadiness(shipped(), few).criteria[1]).toMatchObject({ met: false, have: 1 })
  })

  it('counts a call without any priority as under-triaged', () => {
    const none: Partial<Sheet> = { choice: { ...right(0).choice, priority: null, triage: null } }
    const verdict = judgeReadiness(
      shipped(),
      list(20, (n) => (n === 15 ? none : {})),
    )
    expect(verdict.criteria[1]).toMatchObject({ met: false, have: 1 })
  })

  it('counts the row without a red line from the newest back', () => {
    const at = (place: number) =>
      judgeReadiness(
        shipped(),
        list(20, (n) => (n === place ? red : {})),
      ).criteria[2]
    expect(at(14)).toMatchObject({ met: true, have: 5 })
    expect(at(15)).toMatchObject({ met: false, have: 4 })
    expect(at(19)).toMatchObject({ met: false, have: 0 })
  })

  it('leaves coached calls out', () => {
    const coached = list(20, () => ({ mode: 'coaching' }))
    expect(judgeReadiness(shipped(), coached).standing).toBe('too-few')
  })

  it('says where a file is wrong', () => {
    const twice = parseReadiness(source.replace('id: under-triage', 'id: class-accuracy'))
    expect(twice.ok).toBe(false)
    if (!twice.ok) expect(twice.problems[0]?.path).toBe('rules.1.id')
    const unknown = parseReadiness(source.replace('[first-ring, torlen-2017]', '[nobody]'))
    expect(unknown.ok).toBe(false)
    expect(parseReadiness(source.replace('percent: 85', 'percent: 185')).ok).toBe(false)
  })
})
