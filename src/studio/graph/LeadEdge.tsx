import {
  BaseEdge,
  EdgeLabelRenderer,
  type EdgeProps,
  getSmoothStepPath,
  type ReactFlowState,
  useStore,
} from '@xyflow/react'
import { memo } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useStudio } from '../studio.ts'
import type { CardEdge } from './cards.ts'
import type { Lead } from './graphOf.ts'
import styles from './LeadEdge.module.css'

/** Farther away than this labels can't be read, and are not drawn. */
const READABLE = 0.62
const LABELS = 2
/** Between a card and the words above it, px: the head of the line. */
const ARROW = 12

const isNear = ({ transform }: ReactFlowState): boolean => transform[2] >= READABLE

/** What leads from card to card: each reply a label that can be chosen, with its act. */
export const LeadEdge = memo(function LeadEdge(props: EdgeProps<CardEdge>) {
  const { data, selected = false } = props
  const near = useStore(isNear)
  const [path, x, y] = getSmoothStepPath({ ...props, borderRadius: 8 })
  if (!data) return null
  const { edge, faults, route, chosen, isHanging, isAsked } = data
  const isFaulty = Object.values(faults).includes('error')
  const look = [
    styles.edge,
    selected && styles.selected,
    isFaulty && styles.faulty,
    route.length > 0 && styles.route,
    edge.leads.every(({ kind, when }) => kind !== 'reply' || when !== null) && styles.dashed,
  ]
  const leads = order(edge.leads, route, chosen)
  const labelled = (near && (isHanging || isAsked)) || selected || route.length > 0
  const at = isHanging ? { left: props.targetX, top: props.targetY - ARROW } : { left: x, top: y }
  return (
    <>
      <BaseEdge
        path={path}
        className={look.filter(Boolean).join(' ')}
        {...(props.markerEnd === undefined ? {} : { markerEnd: props.markerEnd })}
      />
      {labelled && (
        <EdgeLabelRenderer>
          <div className={styles.labels} data-above={isHanging || undefined} style={at}>
            {leads.slice(0, LABELS).map((lead) => (
              <LeadLabel
                key={lead.path.join('.')}
                lead={lead}
                isChosen={chosen === lead.path.join('.')}
                fault={faults[lead.path.join('.')] ?? null}
              />
            ))}
            {leads.length > LABELS && <span className={styles.more}>+{leads.length - LABELS}</span>}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})

/** What is chosen or on the route first, then the best. */
function order(leads: readonly Lead[], route: readonly string[], chosen: string | null) {
  const rank = ({ path, best }: Lead): number => {
    const at = path.join('.')
    if (at === chosen) return 0
    if (route.includes(at)) return 1
    return best ? 2 : 3
  }
  return [...leads].sort((a, b) => rank(a) - rank(b))
}

function LeadLabel({
  lead,
  isChosen,
  fault,
}: {
  readonly lead: Lead
  readonly isChosen: boolean
  readonly fault: 'error' | 'warning' | null
}) {
  const t = useT('studio')
  const lang = useLanguage()
  const { ground, selection } = useStudio()
  const [act] = lead.acts
  const name = ground.taxonomy.acts.find(({ id }) => id === act)?.name[lang]
  const words = lead.text?.[lang] ?? t(`graph.leads.${lead.kind}`)
  return (
    <button
      type="button"
      title={name === undefined ? words : `${words} · ${name}`}
      data-lead={lead.path.join('.')}
      className={[styles.label, isChosen && styles.chosen].filter(Boolean).join(' ')}
      onClick={() => selection.set({ path: lead.path, by: 'graph' })}
    >
      {fault && (
        <span className={styles.mark}>
          <Icon name={fault === 'error' ? 'notice' : 'warn'} size={12} />
        </span>
      )}
      {lead.best && (
        <span className={styles.best} title={t('graph.best')}>
          <Icon name="check" size={12} />
        </span>
      )}
      <span className={styles.words}>{words}</span>
      {name !== undefined && <i className={styles.act}>{name}</i>}
      {lead.when && <i className={styles.if}>{t('graph.if')}</i>}
    </button>
  )
}
