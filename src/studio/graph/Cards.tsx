import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon, type IconName } from '../../ui/kit/Icon.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { useStudio } from '../studio.ts'
import styles from './Cards.module.css'
import type { CardNode, Fault } from './cards.ts'
import type { EndingCard, LineCard, ReactionCard, TalkCard } from './graphOf.ts'

/** The graph's cards. Each is drawn from its own data alone, so that a change elsewhere draws none of them again. */

const seconds = (ms: number): string => String(Math.round(ms / 100) / 10)

function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Top} className={styles.end ?? ''} />
      <Handle type="source" position={Position.Bottom} className={styles.end ?? ''} />
    </>
  )
}

function FaultMark({ fault }: { readonly fault: Fault | null }) {
  const t = useT('studio')
  if (!fault) return null
  return (
    <span className={fault === 'error' ? styles.error : styles.warning} title={t(`graph.${fault}`)}>
      <Icon name={fault === 'error' ? 'notice' : 'warn'} />
      <VisuallyHidden>{t(`graph.${fault}`)}</VisuallyHidden>
    </span>
  )
}

const shown = (selected: boolean, onRoute: boolean, more: string | undefined): string =>
  [styles.card, more, selected && styles.selected, onRoute && styles.onRoute]
    .filter(Boolean)
    .join(' ')

export const TalkNode = memo(function TalkNode({ data, selected }: NodeProps<CardNode>) {
  const t = useT('studio')
  const lang = useLanguage()
  const { selection } = useStudio()
  const card = data.card as TalkCard
  const moods = Object.entries(card.moods ?? {}).filter(([, by]) => by !== undefined && by !== 0)
  return (
    <div className={shown(selected, data.onRoute, undefined)}>
      <Ends />
      <div className={styles.head}>
        {card.isStart && <Icon name="phone" size={12} />}
        <b>{card.id}</b>
        {card.reveals.slice(0, 2).map((fact) => (
          <span key={fact} className={styles.chip}>
            +{fact}
          </span>
        ))}
        {card.reveals.length > 2 && <span className={styles.chip}>+{card.reveals.length - 2}</span>}
        <FaultMark fault={data.fault} />
      </div>
      <div className={styles.says}>{card.line?.[lang] ?? t('graph.silent')}</div>
      <div className={styles.foot}>
        {moods.map(([mood, by]) => (
          <span key={mood}>
            {t(`graph.moods.${mood as 'trust' | 'arousal' | 'patience'}`)}{' '}
            {Number(by) > 0 ? '↑' : '↓'}
            {Math.abs(Number(by))}
          </span>
        ))}
        {card.moreLines > 0 && <span>{t('graph.moreLines', { n: card.moreLines })}</span>}
        {card.silence !== null && <span>{t('graph.silence', { s: seconds(card.silence) })}</span>}
      </div>
      {card.stays.slice(0, 3).map(({ path, text, best }) => (
        <button
          key={path.join('.')}
          type="button"
          className={`${styles.stay} nodrag`}
          onClick={(event) => {
            event.stopPropagation()
            selection.set({ path, by: 'graph' })
          }}
        >
          {best && <Icon name="check" size={12} />}
          {text[lang]}
        </button>
      ))}
    </div>
  )
})

const OUTCOMES: Record<EndingCard['outcome'], IconName> = {
  safe: 'check',
  handed: 'next',
  late: 'clock',
  lost: 'minus',
  failed: 'close',
}

export const EndingNode = memo(function EndingNode({ data, selected }: NodeProps<CardNode>) {
  const t = useT('studio')
  const card = data.card as EndingCard
  return (
    <div className={shown(selected, data.onRoute, styles.ending)}>
      <Handle type="target" position={Position.Top} className={styles.end ?? ''} />
      <div className={styles.head}>
        <span className={card.outcome === 'safe' || card.outcome === 'handed' ? styles.good : ''}>
          <Icon name={OUTCOMES[card.outcome]} />
        </span>
        <b>{card.id}</b>
        <FaultMark fault={data.fault} />
      </div>
      <div className={styles.foot}>{t(`graph.outcomes.${card.outcome}`)}</div>
    </div>
  )
})

export const LineNode = memo(function LineNode({ data, selected }: NodeProps<CardNode>) {
  const t = useT('studio')
  const card = data.card as LineCard
  return (
    <div className={shown(selected, data.onRoute, styles.event)}>
      <Ends />
      <div className={styles.head}>
        <Icon name="hangup" size={12} />
        <b>{t('graph.line')}</b>
        <FaultMark fault={data.fault} />
      </div>
      <div className={styles.foot}>{t('graph.lineFor', { s: seconds(card.for) })}</div>
    </div>
  )
})

export const ReactionNode = memo(function ReactionNode({ data, selected }: NodeProps<CardNode>) {
  const t = useT('studio')
  const lang = useLanguage()
  const card = data.card as ReactionCard
  return (
    <div className={shown(selected, data.onRoute, styles.event)}>
      <Handle type="source" position={Position.Bottom} className={styles.end ?? ''} />
      <div className={styles.head}>
        <Icon name="retry" size={12} />
        <b>{card.id}</b>
        <FaultMark fault={data.fault} />
      </div>
      {card.line && <div className={styles.says}>{card.line[lang]}</div>}
      <div className={styles.foot}>
        {t('graph.anywhere')}
        {card.after > 0 && <span>{t('graph.after', { s: seconds(card.after) })}</span>}
      </div>
    </div>
  )
})
