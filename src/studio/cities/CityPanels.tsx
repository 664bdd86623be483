import { Tabs } from '@base-ui/react/tabs'
import { useT } from '../../ui/i18n/i18n.ts'
import { VersionsBadge } from '../versions/VersionsBadge.tsx'
import { VersionsPanel } from '../versions/VersionsPanel.tsx'
import panels from '../workbench/BottomPanels.module.css'
import { TallButton, type TallProps } from '../workbench/TallButton.tsx'
import styles from './City.module.css'
import { CityProblems } from './CityProblems.tsx'

/** Below the map: what is wrong, and the city's versions. */
export function CityPanels({ tall, onTall }: TallProps) {
  const t = useT('studio')
  return (
    <Tabs.Root
      className={`${panels.panels} ${styles.panels}`}
      defaultValue="problems"
      onValueChange={(next) => next === 'versions' && onTall(true)}
    >
      <div className={panels.bar}>
        <Tabs.List className={panels.tabs} aria-label={t('more')}>
          <Tabs.Tab value="problems" className={panels.tab}>
            {t('cities.problems')}
          </Tabs.Tab>
          <Tabs.Tab value="versions" className={panels.tab}>
            {t('versions.tab')}
            <VersionsBadge />
          </Tabs.Tab>
        </Tabs.List>
        <TallButton tall={tall} onTall={onTall} />
      </div>
      <Tabs.Panel value="problems" className={panels.panel}>
        <CityProblems />
      </Tabs.Panel>
      <Tabs.Panel value="versions" className={panels.panel}>
        <VersionsPanel />
      </Tabs.Panel>
    </Tabs.Root>
  )
}
