import { type ReactNode, useState } from 'react'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { ChangeList } from '../cities/ChangeRow.tsx'
import { scrollable } from '../proof/scrollable.ts'
import styles from './Difference.module.css'
import type { FilesDifference, TextDifference } from './difference.ts'
import { PartRow } from './PartRow.tsx'

type View = 'parts' | 'lines'

export interface DifferenceViewProps {
  /** Null while it is worked out. */
  readonly difference: FilesDifference | null
  /** First and last in the bar above. */
  readonly lead?: ReactNode
  readonly tail?: ReactNode
  /** Goes to a part; only where the newer side is the draft as it stands. */
  readonly onGo?: (path: Path) => void
}

/** What differs: by the call's parts, in a trainer's words, or by the text's lines. */
export function DifferenceView({ difference, lead, tail, onGo }: DifferenceViewProps) {
  const t = useT('studio')
  const [chosen, setView] = useState<View>('parts')
  const isReadable = difference?.parts !== null
  const view = isReadable ? chosen : 'lines'
  const { parts, places, others } = difference ?? { parts: [], places: [], others: [] }
  const count = (parts?.length ?? 0) + places.length + others.length
  return (
    <div className={styles.difference}>
      <div className={styles.bar}>
        {lead}
        {difference && (
          <Segmented<View>
            label={t('versions.viewAs')}
            value={view}
            onChange={setView}
            options={[
              { value: 'parts', label: t('versions.byParts', { n: count }), disabled: !isReadable },
              {
                value: 'lines',
                label: t('versions.byLines', { out: difference.linesOut, in: difference.linesIn }),
              },
            ]}
          />
        )}
        <span role="status" className={styles.hint}>
          {!difference && t('versions.comparing')}
          {!isReadable && t('versions.unreadable')}
        </span>
        {tail}
      </div>
      {difference && (
        <section ref={scrollable} className={styles.body} aria-label={t('versions.difference')}>
          {view === 'lines' ? (
            <Lines texts={difference.texts} />
          ) : (
            <Parts difference={difference} {...(onGo ? { onGo } : {})} />
          )}
        </section>
      )}
    </div>
  )
}

interface PartsProps {
  readonly difference: FilesDifference
  readonly onGo?: (path: Path) => void
}

function Parts({ difference: { parts, places, texts, others }, onGo }: PartsProps) {
  const t = useT('studio')
  const isSame = parts?.length === 0 && places.length === 0
  return (
    <>
      {isSame && (texts.length > 0 || others.length === 0) && (
        <p className={styles.hint}>
          {texts.length === 0 ? t('versions.same') : t('versions.onlyDress')}
        </p>
      )}
      <ChangeList changes={places} />
      <ul className={styles.parts}>
        {parts?.map((part) => (
          <PartRow
            key={`${part.change} ${part.path.join('.')}`}
            part={part}
            {...(onGo ? { onGo } : {})}
          />
        ))}
        {others.map(({ path, change }) => (
          <li key={path} className={styles.part} data-change={change}>
            <div className={styles.head}>
              <span className={styles.did}>{t(`versions.change.${change}`)}</span>
              <FileName path={path} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** A file that travels with the scenario, in a trainer's words. */
function FileName({ path }: { readonly path: string }) {
  const t = useT('studio')
  const [folder = '', ...below] = path.split('/')
  const name = below.join('/').replace(/\.[a-z0-9]+$/, '')
  const kind = FILES[folder]
  return (
    <>
      <span className={styles.kind}>{kind ? t(`versions.files.${kind}`) : t('versions.file')}</span>{' '}
      <b>{kind ? name : path}</b>
    </>
  )
}

const FILES: Readonly<Record<string, 'plan' | 'voice' | 'layout' | 'track'>> = {
  plans: 'plan',
  voice: 'voice',
  'layout.json': 'layout',
  'translations.json': 'track',
}

const SIGNS = { same: ' ', out: '−', in: '+' } as const

function Lines({ texts }: { readonly texts: readonly TextDifference[] }) {
  const t = useT('studio')
  if (texts.length === 0) return <p className={styles.hint}>{t('versions.same')}</p>
  return texts.map(({ path, hunks }) => (
    <table key={path} className={styles.lines}>
      {texts.length > 1 && <caption className={styles.kind}>{path}</caption>}
      {hunks.map((hunk) => (
        <tbody key={`${hunk[0]?.old} ${hunk[0]?.new}`}>
          {hunk.map((line) => (
            <tr key={`${line.old} ${line.new}`} data-kind={line.kind}>
              <td className={styles.number}>{line.old ?? ''}</td>
              <td className={styles.number}>{line.new ?? ''}</td>
              <td className={styles.mark}>{SIGNS[line.kind]}</td>
              <td>
                <code>{line.text}</code>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  ))
}
