import { useId } from 'react'
import { unitsOf } from '../../core/city/nameChecks.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './City.module.css'
import { useCityDesk } from './desk.ts'
import { TextField } from './TextField.tsx'

/** The city as a whole, while nothing in it is chosen: its names, what it holds, how it is used. */
export function CityAbout() {
  const t = useT('studio')
  const { frame, sketch, canEdit, rename, checked } = useCityDesk()
  const [zh, en] = [useId(), useId()]
  const { landmarks, stations, roads, districts } = sketch.layers
  const units = stations.reduce((sum, station) => sum + unitsOf(station).length, 0)
  const km = (metres: number) => Math.round(metres / 100) / 10
  const hasErrors = checked.diagnostics.some(({ severity }) => severity === 'error')
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <h2 className={styles.heading}>{t('cities.cityPart')}</h2>
      <fieldset disabled={!canEdit} className={styles.fields}>
        <div className={styles.row}>
          <label htmlFor={zh}>{t('cities.zhName')}</label>
          <TextField
            id={zh}
            lang="zh-CN"
            most={60}
            value={frame.name.zh}
            onChange={(text) => text !== '' && rename('zh', text)}
          />
        </div>
        <div className={styles.row}>
          <label htmlFor={en}>{t('cities.enName')}</label>
          <TextField
            id={en}
            lang="en"
            most={80}
            value={frame.name.en}
            onChange={(text) => text !== '' && rename('en', text)}
          />
        </div>
      </fieldset>
      <p className={styles.fact}>
        {t('cities.counts', {
          places: landmarks.length,
          stations: stations.length,
          units,
          roads: roads.length,
          districts: districts.length,
          width: km(frame.plane.width),
          height: km(frame.plane.height),
        })}
      </p>
      <p className={styles.fact}>
        {hasErrors ? t('cities.useErrors') : t('cities.use', { id: frame.id })}
      </p>
      <p className={styles.fact}>{t('cities.chooseOne')}</p>
    </form>
  )
}
