import type { Said } from '../../core/review/remark.ts'
import { fingerprint } from '../../core/sim/fingerprint.ts'
import type { Station } from '../../storage/review/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Data.module.css'
import type { Beside } from './takeReview.ts'

interface BesideProps {
  readonly report: Beside
  readonly onEnrol: (stations: readonly Station[]) => void
}

/** What came in beside attempts: remarks, people, and workstations that a manager has yet to say yes to. */
export function BesideView({ report, onEnrol }: BesideProps) {
  const t = useT('review')
  const { remarks, people, strangers, ahead } = report
  const kinds = new Map<Said['kind'], number>()
  for (const { what } of remarks.fresh) kinds.set(what.kind, (kinds.get(what.kind) ?? 0) + 1)
  const met = people.fresh.length + people.known.length + people.differing.length
  return (
    <div className={styles.report} role="status">
      <p>
        {t('data.reportRemarks', { added: remarks.fresh.length, known: remarks.known.length })}{' '}
        {[...kinds].map(([kind, n]) => `${t(`data.said.${kind}`)} ${n}`).join(' · ')}
      </p>
      {ahead > 0 && <p>{t('data.reportAhead', { n: ahead })}</p>}
      {remarks.differing.length > 0 && (
        <p>{t('data.reportRemarksDiffer', { n: remarks.differing.length })}</p>
      )}
      {met > 0 && (
        <p>
          {t('data.reportPeople', { added: people.fresh.length, known: people.known.length })}
          {people.differing.length > 0 &&
            ` ${t('data.reportPeopleDiffer', {
              list: people.differing
                .slice(0, 10)
                .map(({ name, badge }) => `${name} ${badge}`)
                .join('、'),
            })}`}
        </p>
      )}
      {strangers.length > 0 && (
        <>
          <p>{t('data.reportStations', { n: strangers.length })}</p>
          <ul className={styles.rows}>
            {strangers.map(({ id, name }) => (
              <li key={id}>
                <strong>{name}</strong> <code>{fingerprint(id)}</code>
              </li>
            ))}
          </ul>
          <Button onClick={() => onEnrol(strangers)}>
            {t('data.enrolThese', { n: strangers.length })}
          </Button>
        </>
      )}
    </div>
  )
}
