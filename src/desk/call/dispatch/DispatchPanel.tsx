import type { Entry } from '../../../core/sim/journal.ts'
import { useT } from '../../../ui/i18n/i18n.ts'
import { Panel } from '../../../ui/kit/Panel.tsx'
import { useDesk, useDeskView } from '../deskContext.ts'
import { span } from '../words.ts'
import styles from './dispatch.module.css'
import { Partners } from './Partners.tsx'
import { Units } from './Units.tsx'

/** Partners and units: told, sent, and how they stand. */
export function DispatchPanel() {
  const t = useT('desk')
  const { line } = useDeskView()
  const { ui, session } = useDesk()
  // what a partner sends is the partner's
  const first = session.journal.find(isOwnOrder)
  const since = line.answeredAt ?? 0
  return (
    <Panel
      ref={ui.api.panels.dispatch}
      title={t('dispatch.title')}
      aside={
        <span className={styles.first}>
          {first ? t('dispatch.first', { time: span(first.at - since) }) : t('dispatch.none')}
        </span>
      }
      className={styles.panel}
    >
      <Partners />
      <Units />
    </Panel>
  )
}

function isOwnOrder(entry: Entry): boolean {
  if (entry.origin !== 'script') return false
  const { happening } = entry
  return happening.what === 'unit' && happening.status === 'sent' && happening.by === undefined
}
