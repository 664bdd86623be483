import type { Marking } from './context.ts'
import type { Satisfaction } from './scorecard.ts'

/** The caller's satisfaction as a call-back survey would give it; parameters and their basis stand in the rubric. */
export function survey(mark: Marking): Satisfaction {
  const { traced, rolled, manner } = mark
  const model = mark.rubric.satisfaction
  const reasons: { code: string; halves: number; evidence: number[] }[] = []
  const add = (code: string, halves: number, evidence: number[]): void => {
    if (halves !== 0) reasons.push({ code, halves, evidence })
  }
  const [trust] = mark.end.moods
  if (trust >= model.trustHighAt.value) add('trust-high', model.trustHigh.value, [])
  else if (trust < model.trustLowAt.value) add('trust-low', model.trustLow.value, [])
  const late = mark.rubric.stages.answer.target.value
  if (!traced.answer || traced.answer.at > late)
    add('answer-late', model.answerLate.value, traced.answer ? [traced.answer.n] : [])
  if (traced.holds.length > 0)
    add(
      'held',
      model.held.value,
      traced.holds.map(({ n }) => n),
    )
  const bad = traced.said.filter(({ reply }) => manner(reply).forbidden !== null)
  if (bad.length > 0)
    add(
      'forbidden',
      Math.max(model.forbiddenMost.value, model.forbidden.value * bad.length),
      bad.map(({ n }) => n),
    )
  const explained = traced.said.find(({ reply }) => reply.acts.includes('EXPLAIN_NEXT'))
  if (explained) add('explained', model.explained.value, [explained.n])
  const lost = traced.drops.find(({ calledBackAt }) => calledBackAt === null)
  if (lost) add('not-called-back', model.notCalledBack.value, [lost.n])
  const cold = traced.partners.find((entry) => entry.what === 'transfer' && !entry.asked)
  if (cold) add('transfer-unasked', model.transferUnasked.value, [cold.n])
  if (traced.hungUp) add('hung-up', model.hungUp.value, [traced.hungUp.n])
  const outcome = traced.ending ? rolled.scenario.endings[traced.ending.id]?.outcome : undefined
  if (outcome)
    add(`outcome-${outcome}`, model.outcome[outcome].value, traced.ending ? [traced.ending.n] : [])
  const sum = reasons.reduce((total, reason) => total + reason.halves, model.start.value)
  return { halves: Math.max(model.least.value, Math.min(model.most.value, sum)), reasons }
}
