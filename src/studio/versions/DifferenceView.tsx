import { useState } from 'react'
import type { Hunk } from '../../core/scenario/compare/lines.ts'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { scrollable } from '../proof/scrollable.ts'
import styles from './Difference.module.css'
import { PartRow } from './PartRow.tsx'
import type { FilesDifference } from './useDifference.ts'

type View = 'parts' | 'lines'

export interface DifferenceViewProps {
  readonly difference: FilesDifference
  /** Goes to a part; only where the newer side is the draft as it stands. */
  readonly onGo?: (path: Path) => void
}

/** What differs: by the call's parts, in a trainer's words, or by the text's lines. */
export function DifferenceView({ difference, onGo }: DifferenceViewProps) {
  const t = useT('studio')
  const { parts, hunks, linesIn, linesOut, others } = difference
  const [chosen, setView] = useState<View>('parts')
  const view = parts === null ? 'lines' : chosen
  return (
    <div className={styles.difference}>
      <div className={styles.bar}>
        <Segmented<View>
          label={t('versions.viewAs')}
          value={view}
          onChange={setView}
          options={[
            {
              value: 'parts',
              label: t('versions.byParts', { n: (parts?.length ?? 0) + others.length }),
              disabled: parts === null,
            },
            { value: 'lines', label: t('versions.byLines', { out: linesOut, in: linesIn }) },
          ]}
        />
        {parts === null && <span className={styles.hint}>{t('versions.unreadable')}</span>}
      </div>
      <section ref={scrollable} className={styles.body} aria-label={t('versions.difference')}>
        {view === 'lines' ? (
          <Lines hunks={hunks} />
        ) : (
          <>
            {parts?.length === 0 && (
              <p className={styles.hint}>
                {hunks.length === 0 ? t('versions.same') : t('versions.onlyDress')}
              </p>
            )}
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
                    <span className={styles.kind}>{t('versions.file')}</span> <b>{path}</b>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}

const SIGNS = { same: ' ', out: '−', in: '+' } as const

function Lines({ hunks }: { readonly hunks: readonly Hunk[] }) {
  const t = useT('studio')
  if (hunks.length === 0) return <p className={styles.hint}>{t('versions.same')}</p>
  return (
    <table className={styles.lines}>
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
  )
}
