import { BEHAVIOURS, type Remark } from '../../core/review/remark.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import type { ReviewToolsProps } from '../../ui/reviewing.ts'
import type { ClassWords } from '../data/classWords.ts'
import { trailText } from '../data/trailText.ts'
import { callTime, dateTime } from '../frame/format.ts'
import styles from './Attempt.module.css'

/** Who said it when, of which moment, and what. */
export function RemarkBody({
  remark: { what, by, at },
  go,
  classed,
}: {
  readonly remark: Remark
  readonly go: ReviewToolsProps['go']
  readonly classed: ClassWords
}) {
  const t = useT('review')
  return (
    <>
      <span className={styles.note}>
        {dateTime(at)} · {by || '—'} · {t(`data.said.${what.kind}`)}
      </span>
      {what.kind === 'comment' && (
        <button
          type="button"
          className={styles.time}
          onClick={() => go({ atMs: what.atMs, n: what.n })}
        >
          {callTime(what.atMs)} ▸
        </button>
      )}
      <p>{what.kind === 'comment' ? what.text : trailText(what, t, classed)}</p>
      {what.kind === 'mark' && (
        <p className={styles.note}>
          {BEHAVIOURS.map(
            (each) => `${t(`attempt.behaviour.${each}`)} ${what.marks[each] ?? '—'}`,
          ).join(' · ')}
        </p>
      )}
    </>
  )
}
