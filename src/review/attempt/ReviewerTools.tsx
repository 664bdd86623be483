import { useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import type { ReviewToolsProps } from '../../ui/reviewing.ts'
import { useReview } from '../book/useBook.ts'
import styles from './Attempt.module.css'
import { CommentForm } from './CommentForm.tsx'
import { MarkForm } from './MarkForm.tsx'
import { OverrideForm } from './OverrideForm.tsx'
import { Remarks } from './Remarks.tsx'

type Tool = 'comment' | 'mark' | 'override'

/** What a reviewer does with an attempt. Nothing here changes what the machine scored. */
export function ReviewerTools(props: ReviewToolsProps) {
  const t = useT('review')
  const { book, state } = useReview()
  const [tool, setTool] = useState<Tool>('comment')
  const named = state.by.trim() !== ''
  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        <label className={styles.by}>
          {t('attempt.by')}
          <input
            value={state.by}
            maxLength={40}
            placeholder={t('attempt.byHint')}
            onChange={({ target }) => book.signs(target.value)}
          />
        </label>
        <Segmented
          label={t('attempt.tools')}
          value={tool}
          onChange={setTool}
          options={[
            { value: 'comment', label: t('attempt.comment') },
            { value: 'mark', label: t('attempt.mark') },
            { value: 'override', label: t('attempt.override') },
          ]}
        />
      </div>
      {!named && <p className={styles.note}>{t('attempt.nameFirst')}</p>}
      {tool === 'comment' && <CommentForm {...props} named={named} />}
      {tool === 'mark' && <MarkForm attempt={props.attempt} named={named} />}
      {tool === 'override' && <OverrideForm attempt={props.attempt} named={named} />}
      <Remarks {...props} named={named} />
    </div>
  )
}
