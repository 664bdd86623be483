import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The test files that take longest, longest first: none of them may be the last, with one core at work and the others
 * idle. Vitest would begin with the largest files, and these are small.
 */
const LONGEST: readonly string[] = [
  'cli/mutants/mutants',
  'core/scenario/edit/edit',
  'core/scenario/proof/prove',
  'core/scenario/hostile',
  'review/figures/robots',
  'e2e/calls',
  'e2e/kills',
  'e2e/studioKills',
  'e2e/access',
  'e2e/debrief',
  'e2e/studioVoice',
  'e2e/review',
]

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/src/${name}.test.ts`))
  return rank < 0 ? LONGEST.length : rank
}

/** Vitest's own order, after the files that take longest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    return usual.sort((a, b) => rankOf(a) - rankOf(b))
  }
}
