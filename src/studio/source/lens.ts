import type { EditorState, Extension } from '@codemirror/state'
import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import type { Language } from '../../core/scenario/primitives.ts'

/** Below each line with an error, in one line, what is wrong there. Warnings are only underlined, or they would drown it. */

const show = StateEffect.define<DecorationSet>()

class Lens extends WidgetType {
  readonly code: string
  readonly words: string
  readonly more: number

  constructor(code: string, words: string, more: number) {
    super()
    this.code = code
    this.words = words
    this.more = more
  }

  override eq(other: Lens): boolean {
    return other.code === this.code && other.words === this.words && other.more === this.more
  }

  toDOM(): HTMLElement {
    const line = document.createElement('div')
    line.className = 'cm-lens'
    line.title = this.words
    const code = document.createElement('b')
    code.textContent = this.code
    const more = this.more > 0 ? `　+${this.more}` : ''
    line.append(code, document.createTextNode(` ${this.words}${more}`))
    return line
  }
}

const lenses = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { changes, effects }) {
    let next = before.map(changes)
    for (const effect of effects) if (effect.is(show)) next = effect.value
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

const look = EditorView.theme({
  '.cm-lens': {
    // its own length must not widen the text, which would then wrap out of sight
    contain: 'inline-size',
    overflow: 'hidden',
    padding: '0 8px 0 24px',
    fontFamily: 'var(--font, sans-serif)',
    fontSize: '13px',
    lineHeight: '20px',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: 'var(--now)',
    backgroundColor: 'color-mix(in srgb, var(--now) 9%, var(--panel))',
    boxShadow: 'inset 2px 0 var(--now)',
  },
})

/** Put in once. */
export const lensed: Extension = [lenses, look]

/** What puts the lenses of these diagnostics there. */
export function lensesOf(
  { doc }: EditorState,
  diagnostics: readonly Diagnostic[],
  lang: Language,
): StateEffect<DecorationSet> {
  const byLine = new Map<number, Diagnostic[]>()
  for (const one of diagnostics) {
    if (one.severity !== 'error') continue
    const line = Math.max(1, Math.min(one.line, doc.lines))
    byLine.set(line, [...(byLine.get(line) ?? []), one])
  }
  const widgets = [...byLine]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, [first, ...others]]) => {
      if (!first) return []
      const widget = new Lens(first.code, first.message[lang], others.length)
      return [Decoration.widget({ widget, block: true, side: 1 }).range(doc.line(line).to)]
    })
  return show.of(Decoration.set(widgets))
}
