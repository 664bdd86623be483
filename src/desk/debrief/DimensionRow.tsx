import type { Dimension, Item } from '../../core/scoring/scorecard.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Popover } from '../../ui/kit/Popover.tsx'
import { clock, signed } from './format.ts'
import popups from './Popups.module.css'
import styles from './ScorePanel.module.css'
import { SourceLine } from './SourceLine.tsx'
import { useDebrief } from './useDebrief.ts'
import { itemText } from './words.ts'

/** One dimension; a click lists its items, each leading to its moment. */
export function DimensionRow({ dim }: { dim: Dimension }) {
  const t = useT('debrief')
  const { ground, lang } = useDebrief()
  const entry = ground.rubric.dims[dim.id]
  const name = entry.name[lang]
  const items = dim.items.filter(({ points, max }) => points !== 0 || max !== 0)
  return (
    <li>
      <Popover
        side="left"
        label={t('score.items', { dim: name })}
        trigger={
          <button type="button" className={styles.dim}>
            <small>{dim.id}</small>
            <span title={name}>{name}</span>
            <span className={dim.points < dim.max ? styles.low : styles.full}>
              <i style={{ width: `${(dim.points * 100) / Math.max(1, dim.max)}%` }} />
            </span>
            <span className={styles.points}>
              {dim.points}
              <small>/{dim.max}</small>
            </span>
          </button>
        }
      >
        <h3 className={popups.title}>
          {dim.id} {name}
        </h3>
        {items.length === 0 ? (
          <p>{t('score.noItems')}</p>
        ) : (
          <ul className={popups.list}>
            {items.map((item, index) => (
              <ItemLine key={`${item.code}/${item.subject}/${index.toString()}`} item={item} />
            ))}
          </ul>
        )}
        <p className={popups.sum}>{t('score.sum', { points: dim.points, max: dim.max })}</p>
        <SourceLine entries={[entry.points]} />
      </Popover>
    </li>
  )
}

function ItemLine({ item }: { item: Item }) {
  const { ground, words, go } = useDebrief()
  const text = itemText(item, words, ground)
  const good = item.points > 0 && item.points >= item.max
  const figure = item.max === 0 ? signed(item.points) : `${item.points}/${item.max}`
  const inner = (
    <>
      <time>{item.at === null ? '—' : clock(item.at)}</time>
      <span>{text}</span>
      <b className={good ? undefined : popups.late}>{figure}</b>
    </>
  )
  const [n] = item.evidence
  return (
    <li>
      {item.at === null || n === undefined ? (
        <span className={popups.fixed}>{inner}</span>
      ) : (
        <button
          type="button"
          className={popups.go}
          onClick={() => item.at !== null && go({ n, at: item.at })}
        >
          {inner}
        </button>
      )}
    </li>
  )
}
