import { useT } from '../../ui/i18n/i18n.ts'
import type { PageProps } from '../../ui/services.ts'
import { useReview } from '../book/useBook.ts'
import { ReviewFrame, ReviewRoom } from '../frame/ReviewFrame.tsx'
import { plainTable } from '../table/columns.ts'
import { ApartPanel, useApart, useApartColumns } from './ApartPanel.tsx'
import styles from './Data.module.css'
import { DemoPanel } from './DemoPanel.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { peopleTable, stationsTable } from './plainTables.ts'
import { StationsPanel } from './StationsPanel.tsx'
import { TakeInPanel } from './TakeInPanel.tsx'
import { ToTraineesPanel } from './ToTraineesPanel.tsx'
import { TrailPanel, useTrail, useTrailColumns } from './TrailPanel.tsx'

/** Where the figures come from: files, workstations, groups, what is kept apart, and who did what. */
export function DataPage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <Data />
    </ReviewRoom>
  )
}

function Data() {
  const t = useT('review')
  const { pages } = useReview().state
  const apart = useApart()
  const apartColumns = useApartColumns()
  const trail = useTrail()
  const trailColumns = useTrailColumns()
  return (
    <ReviewFrame
      page="data"
      tables={[
        { name: t('data.apart'), table: () => plainTable(apartColumns, apart) },
        { name: t('data.trail'), table: () => plainTable(trailColumns, trail) },
        { name: t('data.people'), table: () => peopleTable(pages.people.values(), t) },
        { name: t('data.stations'), table: () => stationsTable(pages, t) },
      ]}
    >
      <div className={styles.page}>
        <TakeInPanel />
        <div className={styles.side}>
          <StationsPanel />
          <PeoplePanel />
          <ToTraineesPanel />
          <DemoPanel />
        </div>
        <ApartPanel rows={apart} columns={apartColumns} />
        <TrailPanel rows={trail} columns={trailColumns} />
      </div>
    </ReviewFrame>
  )
}
