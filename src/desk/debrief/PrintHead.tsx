import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Debrief.module.css'
import { clock, dateTime } from './format.ts'
import { useDebrief } from './useDebrief.ts'

/** The heading of the printed pages, where there is no header bar. */
export function PrintHead() {
  const t = useT('debrief')
  const { ground, digest, lang } = useDebrief()
  const { header, rolled, rubric } = ground
  const { answeredAt, endedAt, end } = digest.timeline
  return (
    <div className={styles.printHead} aria-hidden="true">
      <p>
        {t('common:product')} · {t('title')} · {rolled.scenario.title[lang]}
      </p>
      <p>
        {header.trainee.name} {header.trainee.badge} · {dateTime(header.startedAt)} ·{' '}
        {t(`mode.${header.mode}`)}
        {answeredAt !== null &&
          ` · ${t(`by.${rolled.scenario.channel}.talked`, { time: clock((endedAt ?? end) - answeredAt) })}`}
        {' · '}
        {t('versions', { scenario: header.scenario.version, rubric: rubric.version })} ·{' '}
        {rubric.note[lang]}
      </p>
    </div>
  )
}
