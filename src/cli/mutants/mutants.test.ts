import { expect, test } from 'vitest'
import { loadContent, SCENARIOS } from '../content.ts'
import { SEED } from './command.ts'
import { evidenceOf } from './evidence.ts'
import { KINDS } from './kinds.ts'
import { isFound, type Judged, study, table } from './study.ts'
import { subjectsIn } from './subjects.ts'

/** Slips made on purpose in the scenarios that ship: the checker must find each that does harm. */

/** The whole calls; templates are too small to hold every kind of slip. */
const CALLS = ['crying-girl', 'life-noise', 'lost-child', 'pylon']
const subjects = subjectsIn(
  CALLS.map((id) => `${SCENARIOS}${id}`),
  loadContent(),
)

test('200 slips: each that harms is found', { timeout: 400_000 }, () => {
  const judged: Judged[] = [...study(subjects, 200, SEED)]
  expect(judged).toHaveLength(200)
  expect(
    judged
      .filter((one) => one.harm.length > 0 && !isFound(one))
      .map(({ scenario, kind, path, harm }) => `${scenario} ${kind} ${path}: ${harm[0]}`),
  ).toEqual([])
  const rows = table(judged)
  expect(rows.map(({ kind }) => kind)).toEqual(KINDS)
  for (const { kind, mutants } of rows) expect(mutants, kind).toBeGreaterThan(4)
  // a study in which little is harmful would prove little
  expect(judged.filter(({ harm }) => harm.length > 0).length).toBeGreaterThan(80)
})

test('sound scenarios get no error, and are not taken for harmed', () => {
  for (const { tree, ground } of subjects) {
    const { diagnostics, allowed } = evidenceOf(tree, ground, new Map())
    expect(allowed).not.toBeNull()
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  }
})
