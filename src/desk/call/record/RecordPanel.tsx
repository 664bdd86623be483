import { useT } from '../../../ui/i18n/i18n.ts'
import { Panel } from '../../../ui/kit/Panel.tsx'
import { useDesk } from '../deskContext.ts'
import { incidentNumber } from '../words.ts'
import { ClassRow } from './ClassRow.tsx'
import { FactChips } from './FactChips.tsx'
import { LocationRow } from './LocationRow.tsx'
import { Narrative } from './Narrative.tsx'
import { PriorityRow } from './PriorityRow.tsx'
import styles from './record.module.css'

/** Its place while the taxonomy is being read. */
export function EmptyRecord() {
  const t = useT('desk')
  return <Panel title={t('record.title')} className={`${styles.panel} ${styles.waiting}`} />
}

/** The incident record (警情单): every change is a command of its own, and all revisions are kept. */
export function RecordPanel() {
  const t = useT('desk')
  const { facts, ui } = useDesk()
  return (
    <Panel
      ref={ui.api.panels.record}
      title={t('record.title')}
      aside={<span className={styles.number}>{incidentNumber(facts.at)}</span>}
      className={styles.panel}
    >
      <div className={styles.rows}>
        <LocationRow />
        <ClassRow />
        <PriorityRow />
        <FactChips />
        <Narrative />
      </div>
    </Panel>
  )
}
