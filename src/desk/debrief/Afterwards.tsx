import type { Entry } from '../../core/sim/journal.ts'
import { NOTICES } from '../../core/taxonomy/vocabulary.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import styles from './Afterwards.module.css'
import { clock, signed } from './format.ts'
import type { Mark } from './marks.ts'
import type { Row } from './rows.ts'
import { Survey } from './Survey.tsx'
import { useDebrief } from './useDebrief.ts'
import { itemText, rowText } from './words.ts'

const BAD_OUTCOMES = ['late', 'lost', 'failed']

/** What happened next: the consequence of what was done, the survey, the moments that decided it, care for oneself. */
export function Afterwards() {
  const t = useT('debrief')
  const { ground, digest, lang } = useDebrief()
  const { scenario } = ground.rolled
  const id = endingOf(ground.journal)
  const ending = id === null ? undefined : scenario.endings[id]
  const notice = NOTICES.find((entry) => scenario.notice.includes(entry))
  const closing = ground.taxonomy.notices.find((entry) => entry.id === notice)?.closing[lang]
  const bad = ending !== undefined && BAD_OUTCOMES.includes(ending.outcome)
  return (
    <div className={styles.body}>
      {ending ? (
        <div className={styles.ending}>
          <p className={bad ? styles.late : styles.good}>
            <Icon name={bad ? 'warn' : 'check'} /> {clock(digest.timeline.endedAt ?? 0)}{' '}
            {t(`after.outcome.${ending.outcome}`)}
          </p>
          <p className={styles.told}>{ending.after[lang]}</p>
        </div>
      ) : (
        <p className={styles.told}>{t('after.none')}</p>
      )}
      {ground.card && ending && <Survey satisfaction={ground.card.satisfaction} />}
      <section className={`${styles.part} ${styles.screen}`}>
        <h3 className={styles.small}>{t('after.moments')}</h3>
        <MomentList />
      </section>
      {closing !== undefined && (
        <p className={styles.care}>
          <Icon name="notice" /> {closing}
        </p>
      )}
    </div>
  )
}

function MomentList() {
  const t = useT('debrief')
  const { digest, words, ground, lang, go } = useDebrief()
  const momentText = (row: Row, mark: Mark | null): string => {
    const [crossing] = row.crossed
    if (crossing) return crossing.text[lang]
    return mark && mark.delta < 0 ? itemText(mark.item, words, ground) : rowText(row, words, ground)
  }
  if (digest.moments.length === 0) return <p>{t('after.noMoments')}</p>
  return (
    <ul className={styles.moments}>
      {digest.moments.map(({ row, mark, good }) => {
        const text = momentText(row, mark)
        return (
          <li key={`${row.n}/${row.at}/${text}`}>
            <button type="button" className={styles.moment} onClick={() => go(row)}>
              <span
                className={good ? styles.good : row.crossed.length > 0 ? styles.red : styles.late}
              >
                <Icon name={good ? 'check' : 'warn'} />
              </span>
              <time>{clock(row.at)}</time>
              <span title={text}>{text}</span>
              <small>
                {row.crossed.length > 0
                  ? t('talk.redLine')
                  : mark && mark.delta !== 0
                    ? `${mark.dim} ${signed(mark.delta)}`
                    : row.trust
                      ? `${t('time.trust')} ${signed(row.trust[1] - row.trust[0])}`
                      : ''}
              </small>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function endingOf(journal: readonly Entry[]): string | null {
  for (const entry of journal)
    if (entry.origin === 'script' && entry.happening.what === 'ended') return entry.happening.ending
  return null
}
