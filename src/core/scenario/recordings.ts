import type { Path } from './diagnostic.ts'
import { sha256 } from './hash.ts'
import type { Language, Text } from './primitives.ts'
import { filling, type PlaceNames, RollError, type Variant } from './roll.ts'
import type { CallerLines, Condition } from './rules.ts'
import type { Scenario } from './schema.ts'

/**
 * Which lines a caller says, and what the recording of each is called: `voice/<zh|en>/<name>.<type>` in the scenario's
 * folder. A line that says something else in each variant has a recording of each, told apart by what is said.
 */

/** A line of the caller as the file has it. */
export interface CallerLine {
  /** As journals and recordings name it: `crying.caller`, `found.caller.1`, `talk.silence`, `anywhere.patrol`. */
  readonly id: string
  readonly path: Path
  /** With its `{names}`. */
  readonly text: Text
  /** It is only said in variants in which all of these hold. */
  readonly when: readonly Condition[]
}

/** Every line that the caller may say, in the order of the file. */
export function callerLinesIn({ talk, anywhere }: Scenario): readonly CallerLine[] {
  const spoken = (
    id: string,
    path: Path,
    lines: CallerLines | undefined,
    outer?: Condition,
  ): CallerLine[] => {
    const within = outer ? [outer] : []
    if (!lines) return []
    if (!Array.isArray(lines))
      return [{ id, path, text: { zh: lines.zh, en: lines.en }, when: within }]
    return lines.map(({ zh, en, when }, index) => ({
      id: `${id}.${index}`,
      path: [...path, index],
      text: { zh, en },
      when: when ? [...within, when] : within,
    }))
  }
  return [
    ...Object.entries(talk.nodes).flatMap(([id, { caller, silence }]) => {
      const path = ['talk', 'nodes', id]
      return [
        ...spoken(`${id}.caller`, [...path, 'caller'], caller),
        ...spoken(`${id}.silence`, [...path, 'silence', 'caller'], silence?.caller),
      ]
    }),
    ...spoken('talk.silence', ['talk', 'silence', 'caller'], talk.silence.caller),
    ...anywhere.flatMap(({ id, caller, when }, index) =>
      spoken(`anywhere.${id}`, ['anywhere', index, 'caller'], caller, when),
    ),
  ]
}

const BLANK = /\{([a-z][a-z0-9-]*)(?:\.[a-z][a-zA-Z0-9-]*)?\}/g

/** Of one line: more different wordings than these are not recorded one by one. */
export const MOST_WORDINGS = 48
/** So many variants are looked at for them, at most. */
const MOST_TRIED = 2_000

/**
 * What a line says in one language, once for each variant that says something else; the text as it stands if it has no
 * names or they can't be filled. `places`: see `roll`.
 */
export function wordingsOf(
  scenario: Scenario,
  { text, when }: Pick<CallerLine, 'text' | 'when'>,
  lang: Language,
  places: PlaceNames,
): readonly string[] {
  const named = [...text[lang].matchAll(BLANK)].map(([, name = '']) => name)
  if (named.length === 0) return [text[lang]]
  const asked = when.flatMap(({ vary }) => Object.keys(vary ?? {}))
  const said = new Set<string>()
  let tried = 0
  try {
    for (const variant of variantsOf(scenario, [...new Set([...asked, ...named])])) {
      const { fits, fill } = filling(scenario, variant, places)
      if (when.every(fits)) said.add(fill(text[lang], lang))
      tried += 1
      if (said.size === MOST_WORDINGS || tried === MOST_TRIED) break
    }
  } catch (error) {
    if (!(error instanceof RollError)) throw error
  }
  return said.size === 0 ? [text[lang]] : [...said]
}

/** All ways in which these lists can turn out, one after the other; none if a list isn't there. */
function* variantsOf(scenario: Scenario, names: readonly string[]): Generator<Variant> {
  const [name, ...rest] = names
  if (name === undefined) {
    yield {}
    return
  }
  const values = Object.hasOwn(scenario.vary, name) ? (scenario.vary[name] ?? []) : []
  for (const index of values.keys())
    for (const variant of variantsOf(scenario, rest)) yield { ...variant, [name]: index }
}

/** Does the line, as written, say something else in each variant? */
export const isVaried = (text: string): boolean => text.search(BLANK) >= 0

/** So many digits of the hash tell a line's wordings apart. */
const DIGITS = 10

/** The name of the recording of one wording of a line that varies; ids have no underscore. */
export function wordingName(line: string, said: string): string {
  return `${line}_${sha256(said).slice(0, DIGITS)}`
}

/** Names under which the recording of a line may stand, without type: that of just these words first. */
export function recordingNames(line: string, said: string): readonly [string, string] {
  return [wordingName(line, said), line]
}
