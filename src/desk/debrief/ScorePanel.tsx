import type { Scorecard } from '../../core/scoring/scorecard.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { DimensionRow } from './DimensionRow.tsx'
import { RedLines } from './RedLines.tsx'
import styles from './ScorePanel.module.css'
import { useDebrief } from './useDebrief.ts'

/** The total, after the headlines: seven dimensions and the three red lines. */
export function ScorePanel({ card }: { card: Scorecard }) {
  const t = useT('debrief')
  const { ground } = useDebrief()
  const { pass, cap } = ground.rubric
  const total = card.total ?? 0
  const capped = card.redLines.length > 0 && card.raw > total
  return (
    <Panel className={styles.panel} aria-label={t('score.title')}>
      <div className={styles.side}>
        <div className={styles.total}>
          <h2>{t('score.title')}</h2>
          <strong>{total}</strong>
          <span>{t('score.of')}</span>
        </div>
        <p
          className={card.passed ? styles.passed : styles.failed}
          title={
            capped
              ? t('score.capped', { raw: card.raw, cap: cap.value })
              : t('score.passMark', { pass: pass.value })
          }
        >
          {t(card.passed ? 'score.passed' : 'score.failed')}
          <small>
            {capped
              ? t('score.capped', { raw: card.raw, cap: cap.value })
              : t('score.passMark', { pass: pass.value })}
          </small>
        </p>
        <RedLines crossings={card.redLines} />
      </div>
      <ul className={styles.dims} aria-label={t('score.dims')}>
        {card.dims.map((dim) => (
          <DimensionRow key={dim.id} dim={dim} />
        ))}
      </ul>
    </Panel>
  )
}
