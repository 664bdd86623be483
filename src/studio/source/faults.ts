import { type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { Language } from '../../core/scenario/primitives.ts'
import type { Findings } from '../checker/findings.ts'
import { lensesOf } from './lens.ts'

/** What the checker found, as marks in the text; marks move with the text until it has spoken again. */
export function marksOf(
  { diagnostics, places }: Pick<Findings, 'diagnostics' | 'places'>,
  text: {
    readonly length: number
    line(n: number): { from: number; to: number }
    readonly lines: number
  },
  lang: Language,
): readonly Mark[] {
  return diagnostics.map(({ path, line, column, severity, code, message, fix }) => {
    const place = path === '' ? null : places.find(path)
    const row = text.line(Math.max(1, Math.min(line, text.lines)))
    const from = place ? place.from : Math.min(row.from + column - 1, row.to)
    // a whole node underlined says nothing: its first line does
    const end = text.line(Math.max(1, Math.min(line, text.lines))).to
    const to = Math.min(place ? Math.min(place.to, Math.max(end, from)) : row.to, text.length)
    return {
      from: Math.min(from, text.length),
      to: Math.max(Math.min(from, text.length), to),
      severity,
      source: code,
      message: `${message[lang]} ${fix[lang]}`,
    }
  })
}

export function showMarks(state: EditorState, findings: Findings, lang: Language): TransactionSpec {
  const marks = setDiagnostics(state, [...marksOf(findings, state.doc, lang)])
  const effects = [marks.effects ?? []].flat()
  return { ...marks, effects: [...effects, lensesOf(state, findings.diagnostics, lang)] }
}
