import { useMemo } from 'react'
import { type Remark, standing } from '../../core/review/remark.ts'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useSay } from '../attempt/useSay.ts'
import { useNames, useReview, useSheets } from '../book/useBook.ts'
import { byAttempt } from '../figures/cohort.ts'
import { DUE_DAYS, drawSample, SAMPLE_SHARE, SAMPLE_WEIGHTS } from '../figures/sampling.ts'
import { dateTime, monthDay } from '../frame/format.ts'
import { MomentLink } from '../frame/MomentLink.tsx'
import type { Cell } from '../table/columns.ts'
import styles from './Quality.module.css'

type Sample = Remark & { readonly what: Extract<Remark['what'], { kind: 'sample' }> }

const DAY_MS = 86_400_000

/** The lists that were drawn, newest first. */
function useSamples(): readonly Sample[] {
  const { remarks } = useReview().state.pages
  return useMemo(
    () =>
      standing(remarks)
        .filter((remark): remark is Sample => remark.what.kind === 'sample')
        .reverse(),
    [remarks],
  )
}

function useDone(sample: string | undefined): ReadonlyMap<string, Remark> {
  const { remarks } = useReview().state.pages
  return useMemo(
    () =>
      new Map(
        standing(remarks).flatMap((remark) =>
          remark.what.kind === 'reviewed' && remark.what.sample === sample
            ? [[remark.what.attempt, remark] as const]
            : [],
        ),
      ),
    [remarks, sample],
  )
}

/** The newest list, as a file has it. */
export function useSampleTable(): () => readonly (readonly Cell[])[] {
  const t = useT('review')
  const names = useNames()
  const { sheets } = useReview().state.pages
  const [latest] = useSamples()
  const done = useDone(latest?.id)
  return () => [
    [
      t('cohort.when'),
      t('cohort.trainee'),
      t('filter.scenario'),
      t('data.why'),
      t('quality.doneBy'),
      'id',
    ],
    ...(latest?.what.attempts ?? []).map(({ id, why }) => {
      const sheet = byAttempt(sheets).get(id)
      return [
        sheet ? dateTime(sheet.at) : null,
        sheet ? `${sheet.name} ${sheet.badge}` : null,
        sheet ? names.scenario(sheet.scenario) : null,
        t(`quality.why.${why}`),
        done.get(id)?.by ?? null,
        id,
      ]
    }),
  ]
}

/** The quality list: drawn by rule, due within days, ticked off by those who reviewed. */
export function SamplePanel() {
  const t = useT('review')
  const { services, state } = useReview()
  const sheets = useSheets()
  const { add, busy } = useSay()
  const [latest, ...older] = useSamples()
  const done = useDone(latest?.id)
  const now = services.now()
  const draw = (): void => {
    const seed = `${now}`
    add({
      kind: 'sample',
      seed,
      of: sheets.length,
      due: now + DUE_DAYS * DAY_MS,
      attempts: drawSample(sheets, seed),
    })
  }
  const late = latest !== undefined && now > latest.what.due
  return (
    <Panel
      className={styles.sample}
      title={t('quality.sample')}
      aside={
        <Button
          look="primary"
          onClick={draw}
          disabled={busy || sheets.length === 0 || state.by.trim() === ''}
        >
          {t('quality.draw', { n: Math.ceil(sheets.length * SAMPLE_SHARE) })}
        </Button>
      }
    >
      <p className={styles.note}>
        {t('quality.how', {
          share: SAMPLE_SHARE * 100,
          red: SAMPLE_WEIGHTS['red-line'],
          outlier: SAMPLE_WEIGHTS.outlier,
          days: DUE_DAYS,
        })}
        {state.by.trim() === '' && ` ${t('attempt.nameFirst')}`}
      </p>
      {latest === undefined ? (
        <p className={styles.note}>{t('quality.noSample')}</p>
      ) : (
        <>
          <p className={late ? styles.late : styles.note}>
            {t('quality.drawn', {
              day: dateTime(latest.at),
              by: latest.by || '—',
              n: latest.what.attempts.length,
              of: latest.what.of,
              due: monthDay(latest.what.due),
              done: done.size,
            })}
            {' · '}
            {t('quality.seed', { seed: latest.what.seed })}
            {older.length > 0 && ` · ${t('quality.older', { n: older.length })}`}
          </p>
          <ul className={styles.list}>
            {latest.what.attempts.map(({ id, why }) => (
              <Row
                key={id}
                id={id}
                why={t(`quality.why.${why}`)}
                sheet={byAttempt(state.pages.sheets).get(id)}
                by={done.get(id)?.by}
                onDone={() => add({ kind: 'reviewed', attempt: id, sample: latest.id })}
              />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

interface RowProps {
  readonly id: string
  readonly why: string
  readonly sheet: Sheet | undefined
  readonly by: string | undefined
  readonly onDone: () => void
}

function Row({ id, why, sheet, by, onDone }: RowProps) {
  const t = useT('review')
  const names = useNames()
  const { state } = useReview()
  return (
    <li data-done={by !== undefined || undefined}>
      <span className={styles.why}>{why}</span>
      <span className={styles.grow}>
        {sheet ? `${sheet.name} · ${names.scenario(sheet.scenario)} · ${monthDay(sheet.at)}` : id}
      </span>
      <MomentLink attempt={id} />
      {by === undefined ? (
        <Button look="quiet" disabled={state.by.trim() === ''} onClick={onDone}>
          {t('quality.tick')}
        </Button>
      ) : (
        <span className={styles.note}>✓ {by}</span>
      )}
    </li>
  )
}
