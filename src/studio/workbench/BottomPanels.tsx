import { Tabs } from '@base-ui/react/tabs'
import { useEffect, useRef } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './BottomPanels.module.css'
import { TABS } from './parts.tsx'
import { TallButton, type TallProps } from './TallButton.tsx'

/** A tab with much to see opens tall; the next one gets its room back, unless a hand has changed it meanwhile. */
function useGrowing(isTallTab: boolean, tall: boolean, onTall: (tall: boolean) => void): void {
  const hasGrown = useRef(false)
  const latest = useRef({ tall, onTall })
  latest.current = { tall, onTall }
  useEffect(() => {
    if (!tall) hasGrown.current = false
  }, [tall])
  useEffect(() => {
    const { tall: isTall, onTall: set } = latest.current
    if (isTallTab && !isTall) {
      hasGrown.current = true
      set(true)
    } else if (!isTallTab && hasGrown.current) set(false)
  }, [isTallTab])
}

/** What stands below the workbench, one at a time: problems, proof, play, translation, recordings, versions. */
export function BottomPanels({ tall, onTall }: TallProps) {
  const t = useT('studio')
  const { tab } = useStudio()
  const open = useValue(tab)
  useGrowing(TABS.find(({ id }) => id === open)?.isTall === true, tall, onTall)
  return (
    <Tabs.Root
      className={styles.panels}
      value={open}
      onValueChange={(next) => tab.set(String(next))}
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
