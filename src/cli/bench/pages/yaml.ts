import { yaml } from '@codemirror/lang-yaml'
import { linter } from '@codemirror/lint'
import { basicSetup, EditorView } from 'codemirror'
import { parseDocument } from 'yaml'

/**
 * The peer of the studio's diagnostics: CodeMirror with its own linter, which reads the text with the yaml package and
 * knows nothing of scenarios. It looks after each letter, without CodeMirror's usual pause. How many letters it has
 * looked at stands in `data-told`.
 */
const [source = ''] = Object.values(
  import.meta.glob<string>('../../../../scenarios/pylon/scenario.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
const root = document.getElementById('root')
if (!root) throw new Error('no root')
let typed = 0
root.dataset.told = '-1'
new EditorView({
  parent: root,
  doc: source,
  extensions: [
    basicSetup,
    yaml(),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) typed += 1
    }),
    linter(
      (view) => {
        const { errors } = parseDocument(view.state.doc.toString(), { prettyErrors: false })
        root.dataset.told = String(typed)
        return errors.map(({ pos: [from, to], message }) => ({
          from,
          to,
          message,
          severity: 'error',
        }))
      },
      { delay: 0 },
    ),
  ],
})
