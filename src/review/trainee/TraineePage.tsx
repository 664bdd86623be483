import { useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import type { PageProps } from '../../ui/services.ts'
import { useNames, useReview, useSheets } from '../book/useBook.ts'
import { useReadinessColumns } from '../cohort/ReadinessPanel.tsx'
import { byTrainee, redLineRows, traineeRow, traineeRows } from '../figures/cohort.ts'
import { Pick } from '../frame/FilterBar.tsx'
import { dateTime, percent } from '../frame/format.ts'
import { NoResults } from '../frame/NoResults.tsx'
import { ReviewFrame, ReviewRoom } from '../frame/ReviewFrame.tsx'
import { plainTable } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { ClassesPanel } from './ClassesPanel.tsx'
import { CurvePanel } from './CurvePanel.tsx'
import { DimensionsPanel } from './DimensionsPanel.tsx'
import { HeadPanel } from './HeadPanel.tsx'
import { MistakesPanel } from './MistakesPanel.tsx'
import { NextPanel } from './NextPanel.tsx'
import { TimesPanel } from './TimesPanel.tsx'
import styles from './Trainee.module.css'

const FILTERS = ['source', 'term', 'group', 'dates', 'scenario', 'modes'] as const

/** All trainees, to choose one. */
export function TraineesPage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <Trainees />
    </ReviewRoom>
  )
}

function Trainees() {
  const t = useT('review')
  const { state, navigate } = useReview()
  const sheets = useSheets()
  const rows = traineeRows(sheets, state.ground.readiness)
  const columns = useReadinessColumns()
  return (
    <ReviewFrame
      page="trainee"
      filters={FILTERS}
      tables={[{ name: t('nav.trainee'), table: () => plainTable(columns, rows) }]}
    >
      {rows.length === 0 ? (
        <NoResults />
      ) : (
        <div className={styles.list}>
          <DataTable
            label={t('nav.trainee')}
            columns={columns}
            rows={rows}
            keyOf={({ trainee }) => trainee}
            onOpen={({ trainee }) => navigate(`/review/trainee/${trainee}`)}
            empty={t('none.filtered')}
          />
        </div>
      )}
    </ReviewFrame>
  )
}

const NONE: readonly Sheet[] = []

/** Each trainee's id with what they are chosen by, in that order: name and badge of their last attempt. */
const everybodyIn = perObject((sheets: readonly Sheet[]): readonly (readonly [string, string])[] =>
  [...byTrainee(sheets)]
    .map(([trainee, own]) => {
      const last = own[own.length - 1]
      return [trainee, `${last?.name ?? ''} ${last?.badge ?? ''}`] as const
    })
    .sort(([, a], [, b]) => (a < b ? -1 : 1)),
)

/** One trainee: where they stand, what they mix up, what to practise next, and why. */
export function TraineePage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <Trainee id={props.params.traineeId ?? ''} />
    </ReviewRoom>
  )
}

function Trainee({ id }: { readonly id: string }) {
  const t = useT('review')
  const names = useNames()
  const { state, navigate, services } = useReview()
  const { readiness } = state.ground
  const sheets = useSheets()
  const own = byTrainee(sheets).get(id) ?? NONE
  const row = useMemo(() => traineeRow(id, own, readiness), [id, own, readiness])
  const everybody = everybodyIn(sheets)
  const place = everybody.findIndex(([trainee]) => trainee === id)
  const step = (by: number) => {
    const next = everybody[place + by]
    return (
      <Button
        square
        disabled={!next}
        aria-label={t(by < 0 ? 'trainee.previous' : 'trainee.next')}
        onClick={() => next && navigate(`/review/trainee/${next[0]}`)}
      >
        {by < 0 ? '‹' : '›'}
      </Button>
    )
  }
  const redLines = redLineRows(own)
  return (
    <ReviewFrame
      page="trainee"
      filters={['dates', 'scenario', 'modes']}
      aside={
        <>
          {step(-1)}
          <Pick
            label={t('cohort.trainee')}
            value={id}
            options={everybody}
            onPick={(trainee) => navigate(`/review/trainee/${trainee}`)}
          />
          {step(1)}
        </>
      }
      tables={[
        {
          name: `${row.name} ${t('nav.attempt')}`,
          table: () => [
            [
              t('cohort.when'),
              t('filter.scenario'),
              t('cohort.right'),
              t('trainee.chosen'),
              t('trainee.total'),
              t('cohort.redLines'),
              'id',
            ],
            ...own.map((sheet) => [
              dateTime(sheet.at),
              names.scenario(sheet.scenario),
              sheet.choice.right,
              sheet.choice.final,
              sheet.total,
              sheet.redLines.length,
              sheet.attempt,
            ]),
          ],
        },
      ]}
    >
      {own.length === 0 ? (
        <NoResults />
      ) : (
        <div className={styles.page}>
          <HeadPanel row={row} />
          <CurvePanel own={own} group={sheets} />
          <TimesPanel own={own} group={sheets} />
          <DimensionsPanel own={own} group={sheets} />
          <ClassesPanel own={own} group={sheets} />
          <MistakesPanel own={own} redLines={redLines} />
          <NextPanel own={own} />
          <p className={styles.printNote}>
            {t('trainee.printNote', {
              day: dateTime(services.now()),
              share: percent(row.accuracy.final.share, 1),
            })}
          </p>
        </div>
      )}
    </ReviewFrame>
  )
}
