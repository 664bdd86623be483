import { lawsAt } from '../../core/taxonomy/law.ts'
import { originLine } from '../../core/taxonomy/source.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Laws.module.css'
import { useDebrief } from './useDebrief.ts'

/** The rules that this matter falls under, in the text that held on the day of the call. */
export function Laws() {
  const t = useT('debrief')
  const { ground, lang } = useDebrief()
  const { taxonomy, card, rolled } = ground
  const { scenario } = rolled
  const day = scenario.at.slice(0, 10)
  const right = card?.dims.flatMap(({ items }) => items).find(({ code }) => code === 'class')
  const answer =
    scenario.key.answers.findLast((one) => one.class.is === right?.subject) ??
    scenario.key.answers[0]
  const laws = (answer?.law ?? []).flatMap((topic) => lawsAt(taxonomy, day, topic))
  if (laws.length === 0) return <p className={styles.none}>{t('law.none')}</p>
  return (
    <div className={styles.body}>
      <p className={styles.day}>{t('law.day', { day })}</p>
      <ul>
        {laws.map((law) => (
          <li key={law.id}>
            <b>{t('law.article', { law: law.law[lang], article: law.article })}</b>
            <p>{law.text[lang]}</p>
            <p className={styles.source}>{originLine(taxonomy, law, lang)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
