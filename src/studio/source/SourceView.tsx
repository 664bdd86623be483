import { type ChangeEvent, useCallback } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { useDraftState } from '../draft/useDraft.ts'
import { useStudio } from '../studio.ts'
import styles from './SourceView.module.css'

/** scenario.yaml as text. */
export function SourceView() {
  const t = useT('studio')
  const { draft } = useStudio()
  const { text } = useDraftState(draft)
  const type = useCallback(
    ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
      const patch = difference(draft.state.text, target.value)
      if (patch) draft.patch({ zh: '打字', en: 'typing' }, [patch], { joins: 'typing' })
    },
    [draft],
  )
  return (
    <textarea
      className={styles.text}
      aria-label={t('source')}
      spellCheck={false}
      value={text}
      onChange={type}
    />
  )
}

/** The one stretch in which two texts differ; null if they don't. */
function difference(before: string, after: string) {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let front = 0
  while (front < most && before[front] === after[front]) front += 1
  let back = 0
  while (back < most - front && before.at(-1 - back) === after.at(-1 - back)) back += 1
  return {
    from: front,
    to: before.length - back,
    insert: after.slice(front, after.length - back),
  }
}
