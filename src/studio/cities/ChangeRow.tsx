import type { Name } from '../../core/city/city.ts'
import type { CityChange } from '../../core/city/compare.ts'
import { LANDMARK_KINDS, ROAD_CLASSES, STATION_KINDS } from '../../core/city/schema.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import styles from '../versions/Difference.module.css'

export interface ChangeListProps {
  readonly changes: readonly CityChange[]
  /** So many are listed. */
  readonly most?: number
}

/** What differs between two states of a city, one below the other. */
export function ChangeList({ changes, most = 200 }: ChangeListProps) {
  const t = useT('studio')
  const keyed = changes.slice(0, most).map((change, n) => ({ key: `${n}`, change }))
  return (
    <>
      <ul className={styles.parts}>
        {keyed.map(({ key, change }) => (
          <ChangeRow key={key} change={change} />
        ))}
      </ul>
      {changes.length > most && (
        <p className={styles.hint}>{t('cities.changes.more', { n: changes.length - most })}</p>
      )}
    </>
  )
}

/** One thing of a city that differs, and in what. */
function ChangeRow({ change: one }: { readonly change: CityChange }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { kind, change, id, name, was, of, moved, isReshaped, fields } = one
  return (
    <li className={styles.part} data-change={change}>
      <div className={styles.head}>
        <span className={styles.did}>{t(`versions.change.${change}`)}</span>
        <span>
          <span className={styles.kind}>{t(`cities.changes.${kind}`)}</span>{' '}
          {of && `${of[lang] || of.zh} › `}
          <b>{name[lang] || name.zh || id}</b>
        </span>
        {was && (
          <span className={styles.was}>
            {t('versions.was', { name: earlier(was, name, lang) })}
          </span>
        )}
        {moved !== null && (
          <span className={styles.was}>{t('cities.changes.moved', { n: moved })}</span>
        )}
        {isReshaped && <span className={styles.was}>{t('cities.changes.reshaped')}</span>}
      </div>
      {fields.length > 0 && (
        <ul className={styles.fields}>
          {fields.map(({ path, before, after }) => (
            <li key={path.join('.')} className={styles.field}>
              <FieldName name={String(path[0])} />
              <span className={styles.values}>
                {before !== null && (
                  <del>
                    <VisuallyHidden>{t('versions.before')}</VisuallyHidden>
                    <Said value={before} />
                  </del>
                )}
                {before !== null && after !== null && <span aria-hidden="true">→</span>}
                {after !== null && (
                  <ins>
                    <VisuallyHidden>{t('versions.after')}</VisuallyHidden>
                    <Said value={after} />
                  </ins>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** What it was called, in the language that changed. */
function earlier(was: Name, name: Name, lang: 'zh' | 'en'): string {
  const other = lang === 'zh' ? 'en' : 'zh'
  return (was[lang] === name[lang] ? was[other] : was[lang]) || was[other]
}

const FIELDS = {
  id: 'cities.id',
  kind: 'cities.kind',
  class: 'cities.class',
  speed: 'cities.speed',
  aliases: 'cities.aliases',
  number: 'cities.number',
  district: 'cities.district',
  road: 'cities.road',
  sees: 'cities.sees',
  station: 'cities.fields.station',
  rank: 'cities.fields.rank',
  width: 'cities.fields.width',
  crew: 'cities.fields.crew',
  at: 'cities.fields.at',
  sends: 'cities.fields.sends',
  ackMs: 'cities.fields.ackMs',
  short: 'cities.fields.short',
  plane: 'cities.fields.plane',
} as const

function FieldName({ name }: { readonly name: string }) {
  const t = useT('studio')
  const table: Readonly<Record<string, (typeof FIELDS)[keyof typeof FIELDS]>> = FIELDS
  const key = Object.hasOwn(table, name) ? table[name] : undefined
  return <span className={styles.name}>{key ? t(key) : name}</span>
}

/** A value as the file has it, or in words where it is one of ours. */
function Said({ value }: { readonly value: string }) {
  const t = useT('studio')
  const kind = [...LANDMARK_KINDS, ...STATION_KINDS].find((one) => one === value)
  const road = ROAD_CLASSES.find((one) => one === value)
  return <>{kind ? t(`cities.kinds.${kind}`) : road ? t(`cities.classes.${road}`) : value}</>
}
