import { useEffect, useId, useRef, useState } from 'react'
import type { IdTrouble } from '../../core/city/renaming.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import styles from './City.module.css'
import { useCityDesk } from './desk.ts'
import type { Mention } from './mentions.ts'

export interface IdFieldProps {
  readonly id: string
  readonly value: string
  /** What scenarios may name it as. */
  readonly what: 'places' | 'units' | null
  /** How many places name it, and follow. */
  readonly followers: number
  readonly trouble: (id: string) => IdTrouble | null
  /** `isLeaving`: something else is chosen already. */
  readonly onRename: (id: string, isLeaving: boolean) => boolean
}

/** So many titles are told. */
const MOST = 3

/**
 * An id: taken as a whole, once it is left or Enter is pressed, since what names it follows, and on the way to an id others
 * may be met. Below it, who names it.
 */
export function IdField({ id, value, what, followers, trouble, onRename }: IdFieldProps) {
  const t = useT('studio')
  const { mentions } = useCityDesk()
  const [typed, setTyped] = useState<string | null>(null)
  const [was, setWas] = useState<string | null>(null)
  const note = useId()
  const why = typed === null || typed === value ? null : trouble(typed)
  const take = (isLeaving: boolean) => {
    if (typed === null || why) return
    if (typed !== value && onRename(typed, isLeaving)) setWas(value)
    setTyped(null)
  }
  const latest = useRef(take)
  latest.current = take
  // something else was chosen before the field could be left
  useEffect(() => () => latest.current(true), [])
  const naming = (name: string): readonly Mention[] =>
    what === null ? [] : mentions.filter((one) => one[what].has(name))
  const now = naming(value)
  const before = was === null || was === value ? [] : naming(was)
  return (
    <>
      <input
        id={id}
        type="text"
        className={styles.input}
        value={typed ?? value}
        maxLength={40}
        spellCheck={false}
        aria-invalid={why !== null || undefined}
        aria-describedby={note}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => take(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(false)
          else if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation()
            setTyped(null)
          }
        }}
      />
      <div id={note} className={styles.notes} role="status">
        {why && (
          <small className={styles.wrong}>
            <Icon name="warn" />{' '}
            {t(why === 'form' && what === 'units' ? 'cities.ids.callSign' : `cities.ids.${why}`)}
          </small>
        )}
        {followers > 0 && <small>{t('cities.ids.follow', { n: followers })}</small>}
        {now.length > 0 && <Told which="cities.ids.named" id={value} mentions={now} />}
        {was !== null && before.length > 0 && (
          <Told which="cities.ids.still" id={was} mentions={before} />
        )}
      </div>
    </>
  )
}

interface ToldProps {
  readonly which: 'cities.ids.named' | 'cities.ids.still'
  readonly id: string
  readonly mentions: readonly Mention[]
}

/** How many drafts of the shelf name an id, and which. */
function Told({ which, id, mentions }: ToldProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const titles = mentions
    .slice(0, MOST)
    .map(({ title }) => t('cities.ids.title', { what: title[lang] }))
  const names = titles.join(lang === 'zh' ? '、' : ', ') + (mentions.length > MOST ? '…' : '')
  return (
    <small className={styles.told}>
      <Icon name="warn" /> {t(which, { n: mentions.length, id, names })}
    </small>
  )
}
