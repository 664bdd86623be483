import type { Satisfaction } from '../../core/scoring/scorecard.ts'
import { zh } from '../../ui/i18n/debrief.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Popover } from '../../ui/kit/Popover.tsx'
import styles from './Afterwards.module.css'
import { signed } from './format.ts'
import popups from './Popups.module.css'
import { SourceLine } from './SourceLine.tsx'
import { useDebrief } from './useDebrief.ts'

const isReason = (code: string): code is keyof typeof zh.after.reason =>
  Object.hasOwn(zh.after.reason, code)

/** The call-back survey as the simulation infers it; says everywhere that it is inferred and not scored. */
export function Survey({ satisfaction }: { satisfaction: Satisfaction }) {
  const t = useT('debrief')
  const { ground, goTo } = useDebrief()
  const { halves, reasons } = satisfaction
  const { satisfaction: model } = ground.rubric
  const half = (value: number) => signed(value / 2)
  return (
    <Popover
      side="left"
      label={t('after.reasons')}
      trigger={
        <button type="button" className={styles.survey} title={t('after.surveyNote')}>
          <span>{t('after.survey')}</span>
          <span className={styles.five} aria-hidden="true">
            {[1, 2, 3, 4, 5].map((star) => (
              <i key={star} data-fill={Math.max(0, Math.min(2, halves - star * 2 + 2))} />
            ))}
          </span>
          <span className={styles.outOf}>
            <b>{halves / 2}</b> / 5
          </span>
          <small>{t('after.notScored')}</small>
        </button>
      }
    >
      <h3 className={popups.title}>{t('after.reasons')}</h3>
      <p>{t('after.surveyNote')}</p>
      <ul className={popups.list}>
        <li className={popups.fixed}>
          <span />
          <span>{t('after.start', { value: model.start.value / 2 })}</span>
        </li>
        {reasons.map(({ code, halves: change, evidence }) => {
          const text = isReason(code) ? t(`after.reason.${code}`) : code
          const [n] = evidence
          const inner = (
            <>
              <time />
              <span>{text}</span>
              <b className={change < 0 ? popups.late : undefined}>{half(change)}</b>
            </>
          )
          return (
            <li key={code}>
              {n === undefined ? (
                <span className={popups.fixed}>{inner}</span>
              ) : (
                <button type="button" className={popups.go} onClick={() => goTo(n)}>
                  {inner}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <SourceLine entries={[model.start]} />
    </Popover>
  )
}
