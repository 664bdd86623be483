import type { ReactNode, RefObject } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Tag } from '../../ui/kit/Tag.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import styles from './CallList.module.css'
import { Level } from './Level.tsx'
import { Notice } from './Notice.tsx'
import type { Group } from './next.ts'
import type { Row } from './rows.ts'
import { dayWords, separator } from './when.ts'

export interface TableGroup {
  readonly id: Group | 'exam'
  readonly rows: readonly Row[]
  /** Small words beside the name. */
  readonly note?: string
}

export interface CallTableProps {
  readonly groups: readonly TableGroup[]
  readonly sealed: boolean
  /** Id of the chosen call. */
  readonly chosen: string | null
  readonly folded: ReadonlySet<string>
  readonly now: number
  readonly chosenRef: RefObject<HTMLButtonElement | null>
  readonly onChoose: (id: string) => void
  /** Starts the chosen call. */
  readonly onBegin: () => void
  readonly onFold: (group: string) => void
  /** Below the calls: files that can't be played. */
  readonly after?: ReactNode
}

/** Up to so many calls a tall window shows what each is about. */
const ROOMY_ROWS = 10

const COLUMNS = ['name', 'level', 'channel', 'goals', 'notice', 'last', 'best'] as const

/** The calls in their groups. One row is chosen; its button is the one that Tab reaches. */
export function CallTable(props: CallTableProps) {
  const { groups, sealed, folded, onFold } = props
  const t = useT('start')
  const isRoomy = groups.reduce((sum, { rows }) => sum + rows.length, 0) <= ROOMY_ROWS
  return (
    <div className={isRoomy ? `${styles.scroll} ${styles.roomy}` : styles.scroll}>
      <table className={styles.table}>
        <colgroup>
          <col className={styles.colNumber} />
          {COLUMNS.map((name) => (
            <col key={name} className={styles[`col-${name}`]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('list.number')}</VisuallyHidden>
            </th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" className={name === 'best' ? styles.right : undefined}>
                {t(`list.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ id, rows, note }) => {
          const isOpen = !folded.has(id)
          return (
            <tbody key={id}>
              <tr className={styles.group}>
                <th colSpan={8} scope="rowgroup">
                  <button type="button" aria-expanded={isOpen} onClick={() => onFold(id)}>
                    {sealed ? <Icon name="lock" /> : <Icon name={isOpen ? 'down' : 'next'} />}
                    <b>{t(`group.${id}`)}</b>
                    <span>{rows.length}</span>
                    {note !== undefined && <small>{note}</small>}
                  </button>
                </th>
              </tr>
              {isOpen && rows.map((row) => <CallRow key={row.entry.id} row={row} {...props} />)}
            </tbody>
          )
        })}
      </table>
      {props.after}
    </div>
  )
}

function CallRow({ row, sealed, chosen, now, chosenRef, ...props }: CallTableProps & { row: Row }) {
  const t = useT('start')
  const lang = useLanguage()
  const { entry, number, record } = row
  const isChosen = entry.id === chosen
  const [first, second, ...more] = entry.goals
  return (
    <tr className={isChosen ? `${styles.row} ${styles.chosen}` : styles.row}>
      <td className={styles.number}>{number}</td>
      <td>
        <button
          type="button"
          ref={isChosen ? chosenRef : undefined}
          tabIndex={isChosen ? 0 : -1}
          aria-current={isChosen ? 'true' : undefined}
          className={sealed ? styles.sealed : styles.name}
          // Enter on the chosen row starts it, as Enter does everywhere else on the page.
          onClick={(event) => {
            if (event.detail === 0 && isChosen) props.onBegin()
            else props.onChoose(entry.id)
          }}
          onDoubleClick={props.onBegin}
        >
          {sealed ? (
            <>
              <Icon name="lock" /> {t('list.sealed')}
              <VisuallyHidden> {number}</VisuallyHidden>
            </>
          ) : (
            entry.title[lang]
          )}
        </button>
        {!sealed && <small className={styles.summary}>{entry.summary[lang]}</small>}
      </td>
      <td>
        <Level level={entry.level} />
      </td>
      <td className={styles.quiet}>{t(`channel.${entry.channel}`)}</td>
      {sealed ? (
        <td className={styles.faint}>{t('list.afterExam')}</td>
      ) : (
        <td className={styles.quiet}>
          {first?.name[lang]}
          {second && (
            <>
              <span className={styles.second}>
                {separator(lang)}
                {second.name[lang]}
              </span>
              <small className={`${styles.more} ${styles.afterFirst}`}>+{more.length + 1}</small>
            </>
          )}
          {more.length > 0 && (
            <small className={`${styles.more} ${styles.second}`}>+{more.length}</small>
          )}
        </td>
      )}
      <td>
        {sealed ? (
          <Tag>
            <Icon name="notice" size={11} />
            {t('list.noticeLater')}
          </Tag>
        ) : (
          <Notice notices={entry.notices} lang={lang} />
        )}
      </td>
      {record ? (
        <td>
          {record.last.total}
          <small className={styles.when}>{dayWords(t, record.last.at, now)}</small>
          {record.last.redLines.length > 0 && (
            <small className={styles.grave}>{t('list.redLine')}</small>
          )}
        </td>
      ) : (
        <td className={styles.faint}>—</td>
      )}
      <td className={record ? styles.right : styles.rightFaint}>
        {record ? `${record.bestClass}%` : '—'}
      </td>
    </tr>
  )
}
