import type { Sheet } from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import type { PageProps } from '../../ui/services.ts'
import { useNames, useReview, useSheets } from '../book/useBook.ts'
import { accuracy, confusion } from '../figures/accuracy.ts'
import { redLineRows, traineeRows } from '../figures/cohort.ts'
import { stageFigures } from '../figures/stages.ts'
import { triage } from '../figures/triage.ts'
import { NoResults } from '../frame/NoResults.tsx'
import { ReviewFrame, ReviewRoom } from '../frame/ReviewFrame.tsx'
import { plainTable } from '../table/columns.ts'
import { AccuracyPanel } from './AccuracyPanel.tsx'
import styles from './Cohort.module.css'
import { ConfusionPanel, confusionTable } from './ConfusionPanel.tsx'
import { FootPanel } from './FootPanel.tsx'
import { ReadinessPanel, useReadinessColumns } from './ReadinessPanel.tsx'
import { RedLinesPanel, useRedLineColumns } from './RedLinesPanel.tsx'
import { StagesPanel, useStageColumns } from './StagesPanel.tsx'
import { TriagePanel, useTriageColumns } from './TriagePanel.tsx'

/** The whole group: who may go live, where the others stand, and what went wrong. */
export function CohortPage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <Cohort />
    </ReviewRoom>
  )
}

function Cohort() {
  const t = useT('review')
  const names = useNames()
  const sheets = useSheets()
  const { ground, before } = useReview().state
  const rows = traineeRows(sheets, ground.readiness)
  const now = figuresOf(sheets)
  const then = before ? figuresOf(before.sheets) : null
  const readiness = useReadinessColumns()
  const stages = useStageColumns(then?.stages ?? null)
  const redLines = useRedLineColumns()
  const levels = useTriageColumns()
  const trainees = rows.length
  return (
    <ReviewFrame
      page="cohort"
      filters={['source', 'term', 'group', 'dates', 'scenario', 'version', 'modes']}
      aside={t('cohort.count', { trainees, attempts: sheets.length })}
      tables={[
        { name: t('cohort.readiness'), table: () => plainTable(readiness, rows) },
        { name: t('cohort.times'), table: () => plainTable(stages, now.stages) },
        { name: t('cohort.confusion'), table: () => confusionTable(now.confusion, names, t) },
        { name: t('cohort.triage'), table: () => plainTable(levels, now.triage.rows) },
        { name: t('cohort.redLines'), table: () => plainTable(redLines, now.redLines) },
      ]}
    >
      {sheets.length === 0 ? (
        <NoResults />
      ) : (
        <div className={styles.page}>
          <AccuracyPanel
            sheets={sheets}
            now={now.accuracy}
            before={then?.accuracy ?? null}
            name={before?.name ?? null}
          />
          <StagesPanel figures={now.stages} before={then?.stages ?? null} />
          <RedLinesPanel
            rows={now.redLines}
            attempts={sheets.length}
            before={then ? { rows: then.redLines, attempts: before?.sheets.length ?? 0 } : null}
          />
          <ReadinessPanel rows={rows} columns={readiness} />
          <ConfusionPanel confusion={now.confusion} />
          <TriagePanel triage={now.triage} before={then?.triage ?? null} />
          <FootPanel
            sheets={sheets}
            before={before?.sheets ?? null}
            confusion={now.confusion}
            stages={now.stages}
          />
        </div>
      )}
    </ReviewFrame>
  )
}

/** Worked out once for each list of sheets, not at each opening of the page. */
const figuresOf = perObject((sheets: readonly Sheet[]) => ({
  accuracy: accuracy(sheets),
  stages: stageFigures(sheets),
  confusion: confusion(sheets),
  triage: triage(sheets),
  redLines: redLineRows(sheets),
}))
