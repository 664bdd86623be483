import { language, t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import type { Checker } from '../checker/client.ts'
import type { Studio } from '../studio.ts'
import { type Draft, SCENARIO_FILE } from './draft.ts'
import { trackIn } from './tracking.ts'

/** So often an edit is worked out anew because the text changed meanwhile. */
const MOST_TRIES = 20

/** Edits by structure, one after the other: each is worked out in the checker's thread for the text as it then stands. */
export function editing(draft: Draft, checker: Pick<Checker, 'edit'>): Studio['edit'] {
  let last: Promise<unknown> = Promise.resolve()
  const make: Studio['edit'] = async (label, edits, joins, also) => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { text, files } = draft.state
      const result = await checker.edit(text, edits, trackIn(files).isLocked)
      if (!result.ok) {
        say({ kind: 'warn', text: t('studio:notDone', { why: result.why[language()] }) })
        return false
      }
      // somebody typed while it was worked out
      if (draft.state.text !== text) continue
      const { patches } = result
      const own = patches.length > 0 ? [{ path: SCENARIO_FILE, patches }] : []
      draft.change(label, [...own, ...(also?.() ?? [])], joins === undefined ? {} : { joins })
      return true
    }
    return false
  }
  return (label, edits, joins, also) => {
    const made = last.then(() => make(label, edits, joins, also))
    last = made.catch(() => undefined)
    return made
  }
}
