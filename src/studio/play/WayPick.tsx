import type { Route } from '../../core/scenario/proof/route.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { clock } from '../proof/routes.ts'
import styles from './Play.module.css'
import type { PlayRoom, PlayState } from './room.ts'

/** By which of several ways the node is come to. */
export function WayPick({
  begun: { node, ways, way },
  room,
}: {
  readonly begun: NonNullable<PlayState['begun']>
  readonly room: PlayRoom
}) {
  const t = useT('studio')
  const lang = useLanguage()
  const words = (route: Route): string => {
    const said = route.steps.filter(({ act }) => act.kind === 'say').at(-1)?.text[lang]
    const by = route.steps
      .map((step) => step.node)
      .filter((id, n, all) => id !== null && id !== all[n - 1])
    return `${clock(route.ms)} · ${by.slice(-4).join(' › ')}${said ? ` · ${said}` : ''}`
  }
  return (
    <select
      className={styles.way}
      aria-label={t('play.way', { node })}
      title={t('play.way', { node })}
      value={way}
      onChange={({ target }) => room.from(node, Number(target.value))}
    >
      {ways.map((route, index) => (
        <option key={`${route.ms} ${words(route)} ${JSON.stringify(route.variant)}`} value={index}>
          {index + 1} · {words(route)}
        </option>
      ))}
    </select>
  )
}
