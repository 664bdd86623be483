import { useMemo } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { useCity } from '../ground.ts'
import { useStudio } from '../studio.ts'
import { voiceRows } from './rows.ts'
import styles from './Voice.module.css'

/** Beside the tab: how many lines are recorded; nothing before the first is. */
export function VoiceBadge() {
  const { draft } = useStudio()
  const isAny = useDraftPart(draft, ({ files }) =>
    [...files.keys()].some((path) => path.startsWith('voice/')),
  )
  return isAny ? <Count /> : null
}

function Count() {
  const t = useT('studio')
  const { draft, settled, ground } = useStudio()
  const scenario = useValue(settled)
  const files = useDraftPart(draft, (state) => state.files)
  const city = useCity(ground, scenario?.city)
  const rows = useMemo(
    () => scenario && voiceRows(scenario, files, (id) => city?.atlas.place(id)?.name),
    [scenario, files, city],
  )
  if (!rows) return null
  const values = { done: rows.filter(({ file }) => file).length, all: rows.length }
  return (
    <small className={styles.badge} title={t('voice.badge', values)}>
      {values.done}/{values.all}
    </small>
  )
}
