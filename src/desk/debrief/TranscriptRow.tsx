import { memo } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { clock, signed } from './format.ts'
import { sumsByDim } from './marks.ts'
import type { Row } from './rows.ts'
import styles from './Transcript.module.css'
import { useDebrief } from './useDebrief.ts'
import { itemText, refusalText, rowText, type Words } from './words.ts'

/** One row of the transcript. */
export const TranscriptRow = memo(function TranscriptRow({
  row,
  current,
}: {
  row: Row
  current: boolean
}) {
  const t = useT('debrief')
  const { words, ground, lang, go } = useDebrief()
  const { content } = row
  const text = rowText(row, words, ground)
  const chip = chipOf(row, words)
  const sums = sumsByDim(row.marks)
  const lost = sums.some(({ delta }) => delta < 0)
  const rise = row.trust ? row.trust[1] - row.trust[0] : 0
  const marks = row.marks
    .map(({ dim, delta, item }) => {
      const value = delta === 0 ? t('talk.counts') : signed(delta)
      return `${dim} ${value} ${itemText(item, words, ground)}`
    })
    .join('\n')
  return (
    <tr className={styles.row} data-lane={row.lane} aria-current={current ? 'true' : undefined}>
      <td>
        <button
          type="button"
          className={styles.go}
          tabIndex={current ? 0 : -1}
          onClick={() => go(row)}
        >
          <time>{clock(row.at)}</time>
        </button>
      </td>
      <td className={styles.text} title={text}>
        {chip !== null && <em className={styles.chip}>{chip}</em>}
        {row.crossed.length > 0 && (
          <em
            className={styles.red}
            title={row.crossed.map((crossing) => crossing.text[lang]).join('\n')}
          >
            <Icon name="warn" size={12} /> {t('talk.redLine')}
          </em>
        )}
        {/* before the words: what is said may be longer than the row */}
        {content.kind === 'caller' && content.cutAt !== null && (
          <em className={styles.aside}>{t('talk.cut')}</em>
        )}
        {content.kind === 'caller' && content.silence && (
          <em className={styles.aside}>{t('talk.silence')}</em>
        )}
        {content.kind === 'said' && content.interrupts && (
          <em className={styles.aside}>{t('talk.interrupts')}</em>
        )}
        {row.refused !== null && (
          <em className={styles.aside}>
            {t('talk.refused', { why: refusalText(row.refused, words) })}
          </em>
        )}
        {text}
      </td>
      <td className={styles.act} title={actText(row, words)}>
        {actText(row, words)}
      </td>
      <td className={lost ? styles.lost : styles.points} title={marks}>
        {sums.slice(0, 1).map(({ dim, delta }) => (
          <span key={dim}>
            <small>{dim}</small> {delta === 0 ? '✓' : signed(delta)}
          </span>
        ))}
        {sums.length > 1 && <small> …</small>}
      </td>
      <td className={rise < 0 ? styles.lost : styles.points}>{rise === 0 ? '' : signed(rise)}</td>
    </tr>
  )
})

/** The small label before what was done rather than said. */
function chipOf({ content, lane }: Row, { t }: Words): string | null {
  if (content.kind === 'missed') return t('row.chip.missed')
  switch (lane) {
    case 'record':
      return t('row.chip.record')
    case 'dispatch':
      return t('row.chip.dispatch')
    case 'line':
      return t('row.chip.line')
    case 'device':
      return t('row.chip.device')
    default:
      return null
  }
}

/** The acts of a reply, or the facts that a caller's line gave away. */
function actText({ content, facts }: Row, { t, names }: Words): string {
  if (content.kind === 'said') return content.acts.map((act) => names.act(act)).join(' · ')
  if (facts.length === 0) return ''
  return `${t('talk.fact')} ${facts.map((fact) => names.fact(fact)).join(' · ')}`
}
