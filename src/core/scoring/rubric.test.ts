import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BASES, originLine } from '../taxonomy/source.ts'
import { CRITICAL_KINDS, RED_LINES } from '../taxonomy/vocabulary.ts'
import { parseRubric, STAGES, stageSpan } from './rubric.ts'

const source = readFileSync(new URL('../../../scenarios/rubric.yaml', import.meta.url), 'utf8')
const read = parseRubric(source)
if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1))
const { rubric } = read

const refusal = (from: string, to: string): string => {
  const changed = parseRubric(source.replace(from, to))
  return changed.ok
    ? 'accepted'
    : `${changed.problems[0]?.line}: ${changed.problems[0]?.message.en}`
}

describe('the shipped rubric', () => {
  it('gives 100 points in seven dimensions (golden)', () => {
    const points = Object.fromEntries(
      Object.entries(rubric.dims).map(([id, entry]) => [id, entry.points.value]),
    )
    expect(points).toEqual({ D1: 20, D2: 10, D3: 20, D4: 15, D5: 15, D6: 15, D7: 5 })
    expect(rubric.pass.value).toBe(80)
    expect(rubric.cap.value).toBe(49)
    const { D1, D2, D3, D4, D6 } = rubric.dims
    expect([D1.parts.class.value, D1.parts.subtype.value, D1.parts.owner.value]).toEqual([10, 4, 6])
    expect([
      D2.losses.under1.value,
      D2.losses.under2.value,
      D2.losses.over1.value,
      D2.losses.over2.value,
    ]).toEqual([6, 10, 3, 5])
    expect(Object.values(D3.parts).map((part) => part.value)).toEqual([4, 4, 3, 3, 3, 1, 2])
    expect(D3.shiftable.value).toBe(6)
    expect(Object.values(D4.parts).map((part) => part.value)).toEqual([2, 7, 3, 3])
    expect(D6.losses.forbidden.value).toBe(3)
  })

  it('puts every fact field of the record in one group of D3', () => {
    const fields = Object.values(rubric.dims.D3.parts).flatMap((part) => part.fields)
    expect([...fields].sort()).toEqual([
      'callback',
      'callerName',
      'contacts',
      'dangers',
      'injuries',
      'location',
      'looks',
      'needs',
      'people',
      'weapons',
      'when',
    ])
  })

  it('has every red line and critical kind once, all three lines in use', () => {
    expect(rubric.redLines.map((line) => line.id)).toEqual([...RED_LINES])
    expect(rubric.critical.map((entry) => entry.id)).toEqual([...CRITICAL_KINDS])
    expect(new Set(rubric.critical.map((entry) => entry.line))).toEqual(new Set(RED_LINES))
    for (const line of rubric.redLines) expect(line.text.zh).toMatch(/^决不允许/)
  })

  it('has the stage targets and limits (golden, ms)', () => {
    expect(
      Object.fromEntries(STAGES.map((id) => [id, Object.values(stageSpan(rubric, id)).join('/')])),
    ).toEqual({
      answer: '10000/15000',
      greet: '3000/6000',
      locate: '30000/120000',
      safety: '15000/45000',
      firstClass: '45000/90000',
      finalClass: '90000/180000',
      firstDispatchL1: '60000/120000',
      firstDispatchL2: '90000/180000',
      firstDispatchL3: '180000/360000',
      dispatchAfterInfo: '15000/60000',
      update: '30000/120000',
      leadTold: '60000/120000',
      partnerTold: '90000/180000',
      signIn: '30000/60000',
      chase: '30000/60000',
      arrivalTown: '300000/600000',
      arrivalSuburb: '600000/1200000',
      callBack: '15000/60000',
      smsReply: '60000/120000',
      replyGap: '5000/15000',
    })
    expect(rubric.limits.hold.value).toBe(20_000)
  })

  it('gives every figure a source and a basis', () => {
    let figures = 0
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'number') {
        // only the version stands without a source
        expect(path).toMatch(/\/version$|\/value$/)
      }
      if (typeof value !== 'object' || value === null) return
      if ('value' in value) {
        figures += 1
        expect(BASES, path).toContain('basis' in value ? value.basis : null)
        const from: unknown = 'source' in value ? value.source : null
        expect(Array.isArray(from) && from.length > 0, path).toBe(true)
      }
      for (const [key, child] of Object.entries(value)) walk(child, `${path}/${key}`)
    }
    walk(rubric, '')
    expect(figures).toBeGreaterThan(90)
    expect(originLine(rubric, rubric.stages.answer.limit, 'zh')).toBe(
      'NENA-STA-020.1-2020 报警电话处理标准（90%不超过15秒）（2020-04-16）；读自摘录。训练参数，以本地规定为准',
    )
    expect(source).not.toMatch(/https?:|www\.|\.(com|cn|net|org|gov)\b/)
  })

  it('does not say read where the figure is our own', () => {
    // what the domain notes leave unsourced stays ours, whatever stands beside it
    for (const own of [
      rubric.limits.hold,
      rubric.stages.firstClass.target,
      rubric.stages.smsReply.target,
      rubric.stages.callBack.target,
      rubric.cap,
      rubric.pass,
    ]) {
      expect(own.basis).toBe('own')
    }
    expect(rubric.words.basis).toBe('own')
    for (const entry of Object.values(rubric.satisfaction))
      if ('basis' in entry) expect(entry.basis).toBe('own')
  })

  it('refuses points that do not add up, limits under targets, a cap that passes', () => {
    expect(refusal('owner: { value: 6', 'owner: { value: 7')).toContain('parts of D1 add up to 21')
    expect(refusal('points: { value: 20', 'points: { value: 21')).toContain('add up to 101')
    expect(refusal('target: { value: 45000', 'target: { value: 95000')).toContain(
      'above the target',
    )
    expect(refusal('cap: { value: 49', 'cap: { value: 85')).toContain('below the pass mark')
    expect(refusal('id: rang-hider', 'id: wait-24h')).toContain('exactly once')
  })
})
