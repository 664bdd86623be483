import { useCallback, useMemo, useState } from 'react'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { stepsOf } from '../../core/scenario/fixes.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'

export type Filter = 'all' | Diagnostic['severity']

export interface Problems {
  readonly filter: Filter
  setFilter(filter: Filter): void
  readonly counts: Readonly<Record<Filter, number>>
  /** Those that the filter lets through, errors first. */
  readonly shown: readonly Diagnostic[]
  readonly chosen: Diagnostic | null
  readonly choose: (problem: Diagnostic) => void
  /** Nothing was found yet: the first check is under way. */
  readonly isChecking: boolean
  /** The revision of the text that these belong to, and the newest whose proof is whole; -1: none yet. */
  readonly checked: number
  readonly proved: number
}

/** A problem's name while the text changes around it. */
export const signOf = ({ code, path, message }: Diagnostic): string =>
  `${code} ${path} ${message.en}`

/** The problems of the draft, filtered, and which is chosen. */
export function useProblems(): Problems {
  const { findings, selection } = useStudio()
  const { diagnostics, report, revision, lastWalked } = useValue(findings)
  const [filter, setFilter] = useState<Filter>('all')
  const [sign, setSign] = useState('')
  const sorted = useMemo(
    () =>
      diagnostics.toSorted(
        (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
      ),
    [diagnostics],
  )
  const errors = sorted.filter(({ severity }) => severity === 'error').length
  const shown = sorted.filter(({ severity }) => filter === 'all' || severity === filter)
  const choose = useCallback(
    (problem: Diagnostic) => {
      setSign(signOf(problem))
      selection.set({ path: stepsOf(problem), by: 'problems' })
    },
    [selection],
  )
  return {
    filter,
    setFilter,
    counts: { all: sorted.length, error: errors, warning: sorted.length - errors },
    shown,
    chosen: shown.find((problem) => signOf(problem) === sign) ?? shown[0] ?? null,
    choose,
    isChecking: report === null && diagnostics.length === 0,
    checked: report ? revision : -1,
    proved: lastWalked?.revision ?? -1,
  }
}
