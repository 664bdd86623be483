import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon, type IconName } from '../../ui/kit/Icon.tsx'
import styles from './Map.module.css'
import type { MapCamera } from './useCamera.ts'

/** A click makes things so many times larger. */
export const ZOOM = 1.5

/** Nearer, further, all of it; and how long a stretch of the map is. */
export function MapTools({ map }: { readonly map: MapCamera }) {
  const t = useT('studio')
  const button = (label: string, icon: IconName, act: () => void) => (
    <Button square look="quiet" aria-label={label} title={label} onClick={act}>
      <Icon name={icon} />
    </Button>
  )
  return (
    <>
      <div className={styles.tools}>
        {button(t('cities.nearer'), 'plus', () => map.zoom(ZOOM))}
        {button(t('cities.further'), 'minus', () => map.zoom(1 / ZOOM))}
        {button(t('cities.fit'), 'locate', map.fit)}
      </div>
      <ScaleBar scale={map.camera.scale} />
    </>
  )
}

const LENGTHS = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

function ScaleBar({ scale }: { readonly scale: number }) {
  const t = useT('studio')
  const metres = LENGTHS.findLast((length) => length * scale <= 110) ?? 20
  return (
    <div className={styles.scale} style={{ width: metres * scale }}>
      {metres < 1000
        ? t('cities.metres', { n: metres })
        : t('cities.kilometres', { n: metres / 1000 })}
    </div>
  )
}
