import { Tabs } from '@base-ui/react/tabs'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './BottomPanels.module.css'
import { TABS } from './parts.tsx'

export interface BottomPanelsProps {
  readonly tall: boolean
  readonly onTall: (tall: boolean) => void
}

/** What stands below the workbench, one at a time: problems, proof, play, translation, recordings, versions. */
export function BottomPanels({ tall, onTall }: BottomPanelsProps) {
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
        <Button
          look="quiet"
          square
          aria-label={tall ? t('lower') : t('taller')}
          title={tall ? t('lower') : t('taller')}
          aria-expanded={tall}
          onClick={() => onTall(!tall)}
        >
          <Icon name={tall ? 'down' : 'up'} />
        </Button>
      </div>
      {TABS.map(({ id, Panel }) => (
        <Tabs.Panel key={id} value={id} className={styles.panel}>
          <Panel />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
