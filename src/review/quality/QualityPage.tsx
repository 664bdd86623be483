import { useT } from '../../ui/i18n/i18n.ts'
import type { PageProps } from '../../ui/services.ts'
import { useNames, useReview } from '../book/useBook.ts'
import { ReviewFrame, ReviewRoom } from '../frame/ReviewFrame.tsx'
import { CalibrationPanel } from './CalibrationPanel.tsx'
import { calibrationTable } from './calibrationTable.ts'
import styles from './Quality.module.css'
import { RatersPanel, useRaterTable } from './RatersPanel.tsx'
import { SamplePanel, useSampleTable } from './SamplePanel.tsx'

/** Which attempts people look at, and whether those people agree. */
export function QualityPage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <Quality />
    </ReviewRoom>
  )
}

function Quality() {
  const t = useT('review')
  const { book, state } = useReview()
  const names = useNames()
  const sample = useSampleTable()
  const raters = useRaterTable()
  return (
    <ReviewFrame
      page="quality"
      filters={['source', 'term', 'group', 'dates', 'scenario', 'modes']}
      aside={
        <label className={styles.by}>
          {t('attempt.by')}{' '}
          <input
            value={state.by}
            maxLength={40}
            placeholder={t('attempt.byHint')}
            onChange={({ target }) => book.signs(target.value)}
          />
        </label>
      }
      tables={[
        { name: t('quality.sample'), table: sample },
        {
          name: t('quality.calibration'),
          table: () => calibrationTable(state.pages, state.by, names, t),
        },
        { name: t('quality.raters'), table: raters },
      ]}
    >
      <div className={styles.page}>
        <SamplePanel />
        <CalibrationPanel />
        <RatersPanel />
      </div>
    </ReviewFrame>
  )
}
