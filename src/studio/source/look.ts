import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The editor in the studio's own colours. */
const view = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--ink)', backgroundColor: 'var(--panel)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: '"Noto Sans Mono CJK SC", "Noto Sans Mono", Consolas, monospace',
    lineHeight: '20px',
    // the page asks for proportional quotation marks in English, which would undo the columns
    fontVariantEastAsian: 'normal',
  },
  '.cm-content': { padding: '6px 0', caretColor: 'var(--ink)' },
  '.cm-gutters': {
    color: 'var(--ink-3)',
    fontSize: '12px',
    backgroundColor: 'var(--panel)',
    border: 'none',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--soft)' },
  '.cm-chosen': {
    backgroundColor: 'color-mix(in srgb, var(--calm) 9%, var(--panel))',
    boxShadow: 'inset 2px 0 var(--calm)',
  },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--calm) 24%, transparent) !important',
  },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'color-mix(in srgb, var(--calm) 14%, var(--panel))',
  },
  '.cm-key-words': { maxWidth: '340px', padding: '5px 9px', fontSize: '13px', lineHeight: '19px' },
  '.cm-completionDetail': { marginLeft: '10px', fontStyle: 'normal', color: 'var(--ink-2)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--now) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--ink-3) 1.5px',
    textUnderlineOffset: '4px',
  },
  // the library's own is red
  '.cm-lint-marker': { content: 'normal', width: '8px', height: '8px', margin: '6px 3px' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--now)', borderRadius: '50%' },
  '.cm-lint-marker-warning': { border: '1.5px solid var(--ink-3)', borderRadius: '50%' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--now)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--ink-3)' },
  '.cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--raised)' },
})

const words = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--calm)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--now)' },
  { tag: tags.punctuation, color: 'var(--ink-3)' },
])

export const look = [view, syntaxHighlighting(words)]
