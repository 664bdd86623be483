import { SHAPES } from '../../core/city/drawing.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Map.module.css'
import type { AddingActs } from './useAdding.ts'

export interface AddBarProps {
  readonly acts: AddingActs
  /** After a click the map is what the keys mean. */
  readonly onFocus: () => void
}

/** What can be put on the map: places and stations by one point, roads and areas by several. */
export function AddBar({ acts: { adding, toggle }, onFocus }: AddBarProps) {
  const t = useT('studio')
  const button = (
    kind: 'point' | 'shape',
    what: Parameters<typeof toggle>[1],
    name: string,
    label: string,
  ) => (
    <Button
      key={what}
      look="quiet"
      aria-label={name}
      title={name}
      aria-pressed={adding?.what === what}
      onClick={() => {
        toggle(kind, what)
        onFocus()
      }}
    >
      {label}
    </Button>
  )
  return (
    <div className={styles.adds}>
      <span>{t('cities.draw.add')}</span>
      {button('point', 'landmarks', t('cities.add'), t('cities.draw.place'))}
      {button('point', 'stations', t('cities.addStation'), t('cities.draw.station'))}
      <span>{t('cities.draw.draw')}</span>
      {SHAPES.map((shape) =>
        button('shape', shape, t(`cities.draw.a.${shape}`), t(`cities.draw.short.${shape}`)),
      )}
    </div>
  )
}
