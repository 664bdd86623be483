import { createContext, useContext } from 'react'
import type { FileChange } from '../core/files/files.ts'
import type { Path } from '../core/scenario/diagnostic.ts'
import type { Edit } from '../core/scenario/edit/edit.ts'
import type { Text } from '../core/scenario/primitives.ts'
import type { Scenario } from '../core/scenario/schema.ts'
import type { Checker } from './checker/client.ts'
import type { Findings } from './checker/findings.ts'
import { Value } from './draft/value.ts'
import type { LaidOut } from './graph/layout.ts'
import type { Ground } from './ground.ts'
import type { Workroom } from './workroom.ts'

/** What is chosen: a place in the file, and which part of the studio chose it. */
export interface Selection {
  readonly path: Path
  readonly by: 'outline' | 'graph' | 'source' | 'form' | 'problems' | 'proof' | 'play' | 'table'
}

/** A way through the call that the graph draws out: what it is called, and the places that it comes by, in order. */
export interface ShownRoute {
  readonly label: Text
  /** Paths of nodes and replies in the file. */
  readonly places: readonly Path[]
}

/** What the parts of the workbench share. They know nothing of each other: each reads from here and changes the draft. */
export interface Studio extends Workroom {
  readonly navigate: (to: string) => void
  readonly checker: Checker
  readonly findings: Value<Findings>
  /** The newest scenario that could be read, once nothing was typed for a moment: lists of choices are made from it. */
  readonly settled: Value<Scenario | null>
  readonly ground: Ground
  /** The call's first picture stands, or there is none: what takes long and isn't seen at once begins now. */
  readonly isDrawn: Value<boolean>
  /** Where the graph's cards were laid out last. */
  readonly laidOut: Value<LaidOut | null>
  readonly selection: Value<Selection | null>
  readonly route: Value<ShownRoute | null>
  /** Which bottom panel is open. */
  readonly tab: Value<string>
  /**
   * Changes scenario.yaml by its structure; edits are made in the order in which they were asked for. False if it can't
   * be done: the reason is shown on the screen. `joins`: see Draft.change; `also`: changes of other files that belong to
   * the same step, asked for when it is made.
   */
  readonly edit: (
    label: Text,
    edits: readonly Edit[],
    joins?: string,
    also?: () => readonly FileChange[],
  ) => Promise<boolean>
}

export const StudioContext = createContext<Studio | null>(null)

/** The studio that this component stands in. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext)
  if (studio === null) throw new Error('There is no studio around this component')
  return studio
}

/** A studio's shared values at the beginning. */
export function startValues(
  laidOut: LaidOut | null,
): Pick<Studio, 'isDrawn' | 'laidOut' | 'selection' | 'route' | 'tab'> {
  return {
    isDrawn: new Value(false),
    laidOut: new Value(laidOut),
    selection: new Value<Selection | null>(null),
    route: new Value<ShownRoute | null>(null),
    tab: new Value('problems'),
  }
}
