import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, indentLess, indentMore } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from '@codemirror/language'
import { lintGutter, nextDiagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import {
  Annotation,
  Compartment,
  EditorState,
  type Extension,
  RangeSetBuilder,
  StateEffect,
  StateField,
} from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Patch } from '../../core/scenario/edit/patch.ts'
import type { Language } from '../../core/scenario/primitives.ts'
import { type CompletionGround, completes } from './completion.ts'
import { keyWordsAt } from './hover.ts'
import { lensed } from './lens.ts'
import { look } from './look.ts'
import { wordsOf } from './words.ts'

/** Marks changes that come from the draft: they are not given back to it. */
export const FromDraft = Annotation.define<boolean>()

const choose = StateEffect.define<{ from: number; to: number } | null>()

/** The lines of what is chosen in the studio are tinted. */
const chosenLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    let next = lines.map(transaction.changes)
    for (const effect of transaction.effects)
      if (effect.is(choose)) {
        const builder = new RangeSetBuilder<Decoration>()
        const { doc } = transaction.state
        if (effect.value) {
          // a part ends where the next begins: what is between them is of neither
          const whole = doc.sliceString(effect.value.from, effect.value.to)
          const end = effect.value.from + whole.trimEnd().length
          const last = doc.lineAt(Math.min(end, doc.length)).number
          for (
            let n = doc.lineAt(Math.min(effect.value.from, doc.length)).number;
            n <= last;
            n += 1
          ) {
            const { from } = doc.line(n)
            builder.add(from, from, Decoration.line({ class: 'cm-chosen' }))
          }
        }
        next = builder.finish()
      }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

export interface EditorParts {
  readonly parent: HTMLElement
  readonly text: string
  readonly label: string
  readonly language: Language
  readonly completion: CompletionGround
  /** Letters were typed, or something else was done in the editor. */
  readonly onPatches: (patches: readonly Patch[]) => void
  /** The cursor stands elsewhere. */
  readonly onCursor: (offset: number, byHand: boolean) => void
  /** Ctrl+click or F12 on a word. */
  readonly onGoTo: (offset: number) => void
}

export interface Editor {
  readonly view: EditorView
  /** Changes made elsewhere; `text` is what comes out, should the patches not fit. */
  apply(patches: readonly Patch[], text: string): void
  /** Tints a stretch and, if wished, brings it into sight. */
  choose(range: { from: number; to: number } | null, isShown: boolean): void
  speak(language: Language): void
  /** Reads the text's grammar, for colours and folding; called again, it does nothing. */
  colour(): void
  /** Nothing can be typed while it is locked; it can be read, searched and copied. */
  lock(isLocked: boolean): void
  destroy(): void
}

export function createEditor(parts: EditorParts): Editor {
  const phrases = new Compartment()
  const locking = new Compartment()
  const grammar = new Compartment()
  const view = new EditorView({
    parent: parts.parent,
    state: EditorState.create({
      doc: parts.text,
      extensions: [
        extensions(parts),
        phrases.of(speech(parts.language)),
        locking.of([]),
        grammar.of([]),
      ],
    }),
  })
  return {
    view,
    apply(patches, text) {
      const { length } = view.state.doc
      const fits = patches.every(({ to }) => to <= length)
      view.dispatch({
        changes: fits
          ? patches.map(({ from, to, insert }) => ({ from, to, insert }))
          : { from: 0, to: length, insert: text },
        annotations: FromDraft.of(true),
      })
    },
    choose(range, isShown) {
      const at = Math.min(range?.from ?? 0, view.state.doc.length)
      view.dispatch({
        effects: [
          choose.of(range),
          ...(range && isShown ? [EditorView.scrollIntoView(at, { y: 'center' })] : []),
        ],
      })
    },
    colour() {
      const isBare = Array.isArray(grammar.get(view.state))
      if (isBare) view.dispatch({ effects: grammar.reconfigure(yaml()) })
    },
    speak: (language) => view.dispatch({ effects: phrases.reconfigure(speech(language)) }),
    lock: (isLocked) =>
      view.dispatch({ effects: locking.reconfigure(EditorState.readOnly.of(isLocked)) }),
    destroy: () => view.destroy(),
  }
}

function speech(language: Language): Extension {
  return EditorState.phrases.of({ ...wordsOf(language) })
}

/** What a key means, beside it when the mouse rests on it. */
function hovers({ ground, language }: CompletionGround): Extension {
  return hoverTooltip(({ state }, at) => {
    const words = keyWordsAt(state.doc.toString(), at, ground(), language())
    if (!words) return null
    const create = () => {
      const dom = document.createElement('div')
      dom.className = 'cm-key-words'
      const name = document.createElement('b')
      name.textContent = words.name
      dom.append(name)
      for (const line of words.lines) {
        const row = document.createElement('div')
        row.textContent = line
        dom.append(row)
      }
      return { dom }
    }
    return { pos: words.from, end: words.to, above: true, create }
  })
}

function extensions(parts: EditorParts): Extension {
  const goTo = (at: EditorView): boolean => {
    parts.onGoTo(at.state.selection.main.head)
    return true
  }
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    drawSelection(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    closeBrackets(),
    search({ top: true }),
    autocompletion({ override: [completes(parts.completion)], activateOnTyping: true }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': parts.label,
      spellcheck: 'false',
      tabindex: '0',
    }),
    chosenLines,
    lensed,
    hovers(parts.completion),
    look,
    keymap.of([
      ...completionKeymap,
      ...searchKeymap,
      ...foldKeymap,
      // Tab leaves the editor, as everywhere; these indent
      { key: 'Mod-]', run: indentMore },
      { key: 'Mod-[', run: indentLess },
      { key: 'F8', run: nextDiagnostic },
      { key: 'F12', run: goTo },
      ...defaultKeymap,
    ]),
    EditorView.domEventHandlers({
      click: (event, at) => {
        if (!event.ctrlKey && !event.metaKey) return false
        const offset = at.posAtCoords({ x: event.clientX, y: event.clientY })
        if (offset !== null) parts.onGoTo(offset)
        return offset !== null
      },
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        const own = update.transactions.filter(
          (one) => one.docChanged && one.annotation(FromDraft) !== true,
        )
        for (const { changes } of own) {
          const patches: Patch[] = []
          changes.iterChanges((from, to, _a, _b, insert) =>
            patches.push({ from, to, insert: insert.toString() }),
          )
          parts.onPatches(patches)
        }
      }
      if (update.selectionSet || update.docChanged)
        parts.onCursor(
          update.state.selection.main.head,
          update.transactions.some((one) => one.isUserEvent('select')),
        )
    }),
  ]
}
