import type { Path } from '../../core/scenario/diagnostic.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { usePart, useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Forms.module.css'
import { moodWay } from './moodWay.ts'

/** Beside a mood's change: what it comes to along the way that is shown, else the soonest. */
export function MoodWayMark({ path, change }: { readonly path: Path; readonly change: number }) {
  const t = useT('studio')
  const { findings, route } = useStudio()
  const nodes = usePart(findings, ({ lastWalked }) => lastWalked?.report.walk?.nodes)
  const scenario = usePart(findings, ({ lastScenario }) => lastScenario)
  const shown = useValue(route)
  const way = nodes && scenario && moodWay(path, change, nodes, shown, scenario)
  if (!way) return null
  return (
    <span
      className={styles.way}
      title={t(way.by === 'shown' ? 'forms.wayShown' : 'forms.waySoonest')}
    >
      {way.before} → {way.after}
    </span>
  )
}
