import { useState } from 'react'
import { BEHAVIOURS } from '../../core/review/remark.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useSay } from '../attempt/useSay.ts'
import { useNames, useReview, useSheets } from '../book/useBook.ts'
import { byAttempt } from '../figures/cohort.ts'
import { marksOf } from '../figures/raters.ts'
import { type Round, roundsOf } from '../figures/rounds.ts'
import { drawSample } from '../figures/sampling.ts'
import { monthDay } from '../frame/format.ts'
import { MomentLink } from '../frame/MomentLink.tsx'
import styles from './Quality.module.css'

/** Attempts of a round unless one says otherwise (own: about an hour's work). */
const USUAL = 6

/** Several raters mark the same attempts blind, then see where they differ. */
export function CalibrationPanel() {
  const t = useT('review')
  const { services, state } = useReview()
  const sheets = useSheets()
  const { add, busy } = useSay()
  const [title, setTitle] = useState('')
  const [names, setNames] = useState('')
  const [count, setCount] = useState(USUAL)
  const raters = [
    ...new Set(
      names
        .split(/[,，、;；\n]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ].slice(0, 20)
  const rounds = roundsOf(state.pages.remarks)
  const enough =
    title.trim() !== '' && raters.length >= 2 && sheets.length > 0 && state.by.trim() !== ''
  const begin = (): void => {
    if (!enough) return
    const attempts = drawSample(sheets, `${services.now()}/round`, count)
      .slice(0, count)
      .map(({ id }) => id)
    add({ kind: 'round', title: title.trim(), attempts, raters }, () => setTitle(''))
  }
  return (
    <Panel title={t('quality.calibration')} className={styles.calibration}>
      <p className={styles.note}>{t('quality.calibrationAbout')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          begin()
        }}
      >
        <label>
          {t('quality.title')}
          <input value={title} maxLength={60} onChange={({ target }) => setTitle(target.value)} />
        </label>
        <label>
          {t('quality.names')}
          <input
            value={names}
            maxLength={400}
            placeholder={t('quality.namesHint')}
            onChange={({ target }) => setNames(target.value)}
          />
        </label>
        <label>
          {t('quality.count')}
          <input
            type="number"
            min={1}
            max={40}
            value={count}
            onChange={({ target }) =>
              setCount(Math.max(1, Math.min(40, Number(target.value) || 1)))
            }
          />
        </label>
        <Button type="submit" disabled={!enough || busy}>
          {t('quality.begin')}
        </Button>
      </form>
      {rounds.map((round) => (
        <RoundView key={round.id} round={round} />
      ))}
    </Panel>
  )
}

function RoundView({ round }: { readonly round: Round }) {
  const t = useT('review')
  const names = useNames()
  const { state } = useReview()
  const { add, busy } = useSay()
  const marks = marksOf(state.pages.remarks).filter((mark) => mark.round === round.id)
  const sheets = byAttempt(state.pages.sheets)
  const whole = round.attempts.length * round.raters.length
  return (
    <section className={styles.round} aria-label={round.title}>
      <h3>
        {round.title}{' '}
        <span className={styles.note}>
          {monthDay(round.at)} · {t(round.open ? 'quality.open' : 'quality.closed')} ·{' '}
          {t('quality.given', { given: round.given, whole })}
        </span>
        {round.open && (
          <Button
            look="quiet"
            disabled={busy || state.by.trim() === ''}
            onClick={() => add({ kind: 'round-closed', round: round.id })}
          >
            {t('quality.close')}
          </Button>
        )}
      </h3>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th scope="col">{t('nav.attempt')}</th>
            {round.raters.map((rater) => (
              <th key={rater} scope="col">
                {rater}
              </th>
            ))}
            {!round.open && <th scope="col">{t('quality.apart')}</th>}
          </tr>
        </thead>
        <tbody>
          {round.attempts.map((attempt) => {
            const sheet = sheets.get(attempt)
            const here = round.raters.map((rater) =>
              marks.find((mark) => mark.attempt === attempt && mark.by === rater),
            )
            return (
              <tr key={attempt}>
                <th scope="row">
                  <MomentLink
                    attempt={attempt}
                    label={
                      sheet
                        ? `${names.scenario(sheet.scenario)} ${sheet.name}`
                        : attempt.slice(0, 8)
                    }
                  />
                </th>
                {here.map((mark, i) => (
                  <td key={round.raters[i]}>
                    {!mark
                      ? '—'
                      : round.open && round.raters[i] !== state.by
                        ? '✓'
                        : BEHAVIOURS.map((id) => mark.marks[id] ?? '·').join(' ')}
                  </td>
                ))}
                {!round.open && <td>{widest(here.flatMap((mark) => mark ?? []))}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.note}>
        {t('quality.order', {
          list: BEHAVIOURS.map((id) => t(`attempt.behaviour.${id}`)).join(' · '),
        })}
      </p>
    </section>
  )
}

/** The widest gap between two raters in any behaviour, in levels. */
function widest(marks: readonly ReturnType<typeof marksOf>[number][]): number | string {
  const gaps = BEHAVIOURS.flatMap((id) => {
    const given = marks.flatMap((mark) => mark.marks[id] ?? [])
    return given.length < 2 ? [] : [Math.max(...given) - Math.min(...given)]
  })
  return gaps.length === 0 ? '—' : Math.max(...gaps)
}
