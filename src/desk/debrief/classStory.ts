import type { Key } from '../../core/scenario/key.ts'
import type { ClassChoice, Classification } from '../../core/scoring/scorecard.ts'

/** The story of the classification: what was chosen when, and how the final choice came about. Pure. */

export type Verdict = 'none' | 'at-once' | 'corrected' | 'worsened' | 'wrong'

export interface ToldChoice {
  readonly choice: ClassChoice
  /** Facts that became known since the choice before. */
  readonly fresh: ClassChoice['known']
  /** Of the facts known then, those that the right answer rests on. */
  readonly rests: readonly string[]
  readonly right: boolean
}

export interface ClassStory {
  readonly verdict: Verdict
  readonly choices: readonly ToldChoice[]
  /** From the first choice to the first right one after it, ms; for `corrected`. */
  readonly correctedAfter: number | null
}

const isRight = ({ class: chosen, priority, owner, right }: ClassChoice): boolean =>
  chosen === right.class && priority === right.priority && owner === right.owner

/** Tells it from the scorecard's classification and the key that it was judged by. */
export function classStory(classification: Classification, answers: Key['answers']): ClassStory {
  const made = withoutHalves(classification.choices)
  const choices = made.map((choice, index): ToldChoice => {
    const before = made[index - 1]
    const known = new Set(before?.known.map(({ fact }) => fact))
    const right = isRight(choice)
    return {
      choice,
      fresh: choice.known.filter(({ fact }) => !known.has(fact)),
      rests: restsOn(choice, answers),
      right,
    }
  })
  const first = choices[0]
  const last = choices[choices.length - 1]
  if (!first || !last) return { verdict: 'none', choices, correctedAfter: null }
  const mended = choices.find(({ right }) => right)
  if (classification.exact)
    return first.right || choices.length === 1
      ? { verdict: 'at-once', choices, correctedAfter: null }
      : {
          verdict: 'corrected',
          choices,
          correctedAfter: mended ? mended.choice.at - first.choice.at : null,
        }
  const verdict = mended && !last.right ? 'worsened' : 'wrong'
  return { verdict, choices, correctedAfter: null }
}

/** Class, priority and owner are changed one after the other: what stood for a moment in between was no choice. ms */
const HALF_MS = 8000

function withoutHalves(choices: readonly ClassChoice[]): readonly ClassChoice[] {
  return choices.filter((choice, index) => {
    const before = choices[index - 1]
    const next = choices[index + 1]
    if (!before || !next || next.at - choice.at > HALF_MS) return true
    const changed = changes(before, choice)
    return changes(choice, next).some((field) => changed.includes(field))
  })
}

const FIELDS = ['class', 'priority', 'owner'] as const

const changes = (a: ClassChoice, b: ClassChoice) => FIELDS.filter((field) => a[field] !== b[field])

/** The known facts that the right answer of that moment asks for. */
function restsOn({ right, known }: ClassChoice, answers: Key['answers']): readonly string[] {
  const answer = answers.findLast(
    (entry) =>
      entry.class.is === right.class &&
      entry.priority === right.priority &&
      entry.owner === right.owner,
  )
  const wanted = answer?.when?.known ?? []
  return wanted.filter((fact) => known.some((entry) => entry.fact === fact))
}
