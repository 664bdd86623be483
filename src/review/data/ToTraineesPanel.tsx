import { useId, useMemo, useState } from 'react'
import { travelling } from '../../core/review/forTrainee.ts'
import { reviewFileText } from '../../core/review/reviewFile.ts'
import type { AttemptRow } from '../../storage/review/ports.ts'
import { download } from '../../ui/download.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import type { Pages } from '../book/book.ts'
import { useReview } from '../book/useBook.ts'
import { dayOf } from '../figures/filter.ts'
import styles from './Data.module.css'

/** Everybody, `group:…` or `station:…`. */
type Whom = string

const EVERYBODY: Whom = ''

/** What was said of attempts, as a file for the workstations where they were worked. */
export function ToTraineesPanel() {
  const t = useT('review')
  const { services, state } = useReview()
  const { pages } = state
  const [whom, setWhom] = useState<Whom>(EVERYBODY)
  const field = useId()
  const groups = useMemo(
    () => [...new Set([...pages.people.values()].map(({ group }) => group))].filter(Boolean).sort(),
    [pages.people],
  )
  const remarks = useMemo(() => remarksFor(whom, pages), [whom, pages])
  const out = (): void => {
    const name = whom.replace(/[^\p{L}\p{N}]+/gu, '-')
    const day = dayOf(services.now())
    download(
      ['first-ring-remarks', name, `${day}.json`].filter(Boolean).join('-'),
      reviewFileText({ remarks }),
    )
  }
  return (
    <Panel title={t('data.toTrainees')}>
      <p className={styles.note}>{t('data.toTraineesAbout')}</p>
      <div className={styles.buttons}>
        <label htmlFor={field}>{t('data.toWhom')}</label>
        <select
          id={field}
          className={styles.select}
          value={whom}
          onChange={({ target }) => setWhom(target.value)}
        >
          <option value={EVERYBODY}>{t('data.toAll')}</option>
          {groups.map((group) => (
            <option key={group} value={`group:${group}`}>
              {group}
            </option>
          ))}
          {pages.stations.map(({ id, name }) => (
            <option key={id} value={`station:${id}`}>
              {name}
            </option>
          ))}
        </select>
        <Button disabled={remarks.length === 0} onClick={out}>
          {t('data.toTraineesOut', { n: remarks.length })}
        </Button>
      </div>
    </Panel>
  )
}

function remarksFor(whom: Whom, { rows, remarks, people }: Pages) {
  const fits = ({ demo, badge, station }: AttemptRow): boolean =>
    !demo &&
    (whom === EVERYBODY ||
      whom === `station:${station}` ||
      whom === `group:${people.get(badge)?.group}`)
  const ids = new Set(rows.filter(fits).map(({ id }) => id))
  return travelling(remarks.filter(({ what }) => 'attempt' in what && ids.has(what.attempt)))
}
