import type { Path } from '../../core/scenario/diagnostic.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { useStudio } from '../studio.ts'
import styles from './Forms.module.css'
import { moodNodeOf, moodWay } from './moodWay.ts'
import { useMoodsAt } from './useMoodsAt.ts'

/** Beside a mood's change: what it comes to along the way that was chosen for playing, else the soonest. */
export function MoodWayMark({ path, change }: { readonly path: Path; readonly change: number }) {
  const node = moodNodeOf(path)
  return node === null ? null : <Mark path={path} node={node} change={change} />
}

interface MarkProps {
  readonly path: Path
  readonly node: string
  readonly change: number
}

function Mark({ path, node, change }: MarkProps) {
  const t = useT('studio')
  const { findings } = useStudio()
  const found = useMoodsAt(node)
  const scenario = findings.get().lastScenario
  const way = found && scenario && moodWay(path, change, found.moods, scenario)
  if (!way) return null
  return (
    <span
      className={styles.way}
      title={t(found.by === 'chosen' ? 'forms.wayShown' : 'forms.waySoonest')}
    >
      {way.before} → {way.after}
    </span>
  )
}
