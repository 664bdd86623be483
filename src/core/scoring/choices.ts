import type { Answer } from '../scenario/key.ts'
import { PRIORITIES } from '../taxonomy/vocabulary.ts'
import { item, type Marking, rightAt } from './context.ts'
import type { ClassChoice, Classification, Item } from './scorecard.ts'
import type { Moment } from './trace.ts'

/** D1 class and owner, D2 priority: the final choice by what the call had revealed, the first by what was known then. */

/** From the gravest, 0, to none, 3. */
const levels: readonly string[] = PRIORITIES
const levelOf = (priority: string): number => levels.indexOf(priority)

const top = (id: string): string => {
  const dot = id.indexOf('.')
  return dot < 0 ? id : id.slice(0, dot)
}

/** Points for a class and its sub-type, of `full`. The key's table first; the same class with another sub-type earns the class. */
export function classPoints(
  answer: Answer,
  chosen: string | null,
  classOnly: number,
  full: number,
): number {
  if (chosen === null) return 0
  if (chosen === answer.class.is) return full
  const also = answer.class.also
  if (also && Object.hasOwn(also, chosen)) return also[chosen] ?? 0
  if (top(chosen) !== top(answer.class.is)) return 0
  // one branch of the tree short of exact, or one too deep
  const near = answer.class.is.startsWith(`${chosen}.`) && chosen.includes('.')
  return near || chosen.startsWith(`${answer.class.is}.`)
    ? Math.floor((classOnly + full) / 2)
    : classOnly
}

interface Choice extends Moment {
  readonly class: string | null
  readonly priority: string | null
  readonly owner: string | null
}

function choicesOf({ traced }: Marking): Choice[] {
  const list: Choice[] = []
  for (const { n, at, change, record } of traced.revisions) {
    if (change.field !== 'class' && change.field !== 'priority' && change.field !== 'owner')
      continue
    const { class: chosen, priority, owner } = record
    list.push({ n, at, class: chosen, priority, owner })
  }
  return list
}

/** Class, priority and owner are often set within seconds of each other: one choice, judged at its last keystroke. */
const SAME_CHOICE_MS = 8000

function grouped(choices: readonly Choice[]): Choice[] {
  const groups: Choice[] = []
  for (const choice of choices) {
    const last = groups[groups.length - 1]
    const completes =
      last &&
      choice.at - last.at <= SAME_CHOICE_MS &&
      (last.class === null || last.class === choice.class) &&
      (last.priority === null || last.priority === choice.priority) &&
      (last.owner === null || last.owner === choice.owner)
    if (completes) groups[groups.length - 1] = choice
    else groups.push(choice)
  }
  return groups
}

export function judgeChoices(mark: Marking): {
  classification: Classification
  d1: Item[]
  d2: Item[]
} {
  const { rubric, traced, right } = mark
  const { parts, points } = rubric.dims.D1
  const full = parts.class.value + parts.subtype.value
  const all = grouped(choicesOf(mark))
  const heard: ClassChoice['known'][number][] = []
  for (const [fact] of mark.facts) {
    const moment = traced.known.get(fact)
    if (moment) heard.push({ fact, at: moment.at })
  }
  const choices = all.map((choice, index): ClassChoice => {
    const then = rightAt(mark, choice.at)
    return {
      n: choice.n,
      at: choice.at,
      class: choice.class,
      priority: choice.priority,
      owner: choice.owner,
      known: heard.filter(({ at }) => at <= choice.at),
      right: { class: then.class.is, priority: then.priority, owner: then.owner },
      points:
        classPoints(then, choice.class, parts.class.value, full) +
        (choice.owner === then.owner ? parts.owner.value : 0),
      final: index === all.length - 1,
    }
  })
  const final = all[all.length - 1] ?? null
  const first = choices[0]
  const earned = classPoints(right, final?.class ?? null, parts.class.value, full)
  const ofClass = Math.min(earned, parts.class.value)
  const owned = final !== null && final.owner === right.owner ? parts.owner.value : 0
  // a first guess that what was known already spoke against costs up to a fifth, and only if it had to be taken back
  const wrongFirst =
    first && choices.length > 1 && first.class !== null
      ? Math.floor((points.value - first.points) / 5)
      : 0
  const d1 = [
    item('D1', 'class', right.class.is, ofClass, parts.class.value, final),
    item('D1', 'sub-type', right.class.is, earned - ofClass, parts.subtype.value, final),
    item('D1', 'owner', right.owner, owned, parts.owner.value, final),
    ...(wrongFirst > 0 && first
      ? [item('D1', 'first-choice', first.class ?? '', -wrongFirst, 0, first)]
      : []),
  ]
  const total = Math.max(0, earned + owned - wrongFirst)
  const triage = final?.priority ? levelOf(right.priority) - levelOf(final.priority) : null
  const { losses, points: worthD2 } = rubric.dims.D2
  const loss =
    triage === null
      ? worthD2.value
      : triage === 0
        ? 0
        : triage < 0
          ? triage === -1
            ? losses.under1.value
            : losses.under2.value
          : triage === 1
            ? losses.over1.value
            : losses.over2.value
  return {
    classification: {
      choices,
      points: total,
      max: points.value,
      exact: final !== null && final.class === right.class.is && owned > 0 && triage === 0,
      triage,
    },
    d1,
    d2: [item('D2', 'priority', right.priority, worthD2.value - loss, worthD2.value, final)],
  }
}
