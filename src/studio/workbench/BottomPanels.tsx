import { Tabs } from '@base-ui/react/tabs'
import { useT } from '../../ui/i18n/i18n.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './BottomPanels.module.css'
import { TABS } from './parts.tsx'
import { TallButton, type TallProps } from './TallButton.tsx'

/** What stands below the workbench, one at a time: problems, proof, play, translation, recordings, versions. */
export function BottomPanels({ tall, onTall }: TallProps) {
  const t = useT('studio')
  const { tab } = useStudio()
  const open = useValue(tab)
  return (
    <Tabs.Root
      className={styles.panels}
      value={open}
      onValueChange={(next) => {
        tab.set(String(next))
        if (TABS.find(({ id }) => id === next)?.isTall) onTall(true)
      }}
    >
      <div className={styles.bar}>
        <Tabs.List className={styles.tabs} aria-label={t('more')}>
          {TABS.map(({ id, label, Badge }) => (
            <Tabs.Tab key={id} value={id} className={styles.tab} data-place={`tab.${id}`}>
              {t(label)}
              {Badge && <Badge />}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <TallButton tall={tall} onTall={onTall} />
      </div>
      {TABS.map(({ id, Panel }) => (
        <Tabs.Panel key={id} value={id} className={styles.panel}>
          <Panel />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
