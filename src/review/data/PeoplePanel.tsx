import { useId, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useReview } from '../book/useBook.ts'
import styles from './Data.module.css'
import { readPeople } from './people.ts'

/** Which group and term each trainee belongs to. */
export function PeoplePanel() {
  const t = useT('review')
  const { book, services, state } = useReview()
  const { people } = state.pages
  const [said, setSaid] = useState<{ readonly wrong: boolean; readonly text: string } | null>(null)
  const field = useId()
  const take = async (file: File): Promise<void> => {
    const read = readPeople(await file.text())
    if (!read.ok)
      return setSaid({ wrong: true, text: t(`data.peopleWrong.${read.why}`, { file: file.name }) })
    await services.review.setPeople(read.people)
    await book.say({ kind: 'people', file: file.name, count: read.people.length })
    await book.refresh()
    const left =
      read.skipped.length > 0
        ? t('data.peopleSkipped', { lines: read.skipped.slice(0, 10).join('、') })
        : ''
    setSaid({ wrong: false, text: `${t('data.peopleDone', { n: read.people.length })} ${left}` })
  }
  return (
    <Panel title={t('data.people')}>
      <p className={styles.note}>{t('data.peopleAbout', { n: people.size })}</p>
      {said && (
        <p
          role={said.wrong ? 'alert' : 'status'}
          className={said.wrong ? styles.error : styles.note}
        >
          {said.text}
        </p>
      )}
      <label htmlFor={field} className={styles.pick}>
        {t('data.peoplePick')}
      </label>
      <input
        id={field}
        className={styles.file}
        type="file"
        accept=".csv,text/csv"
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) void take(file)
        }}
      />
    </Panel>
  )
}
