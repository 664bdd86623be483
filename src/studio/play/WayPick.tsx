import type { Route } from '../../core/scenario/proof/route.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { MenuPick } from '../../ui/kit/MenuPick.tsx'
import { clock } from '../proof/routes.ts'
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
  const entries = ways.map((route, index) => {
    const text = `${index + 1} · ${words(route)}`
    return { id: String(index), zh: text, en: text }
  })
  return (
    <MenuPick
      label={t('play.way', { node })}
      now={entries[way]?.[lang]}
      entries={entries}
      isTicked={({ id }) => id === String(way)}
      onPick={({ id }) => room.from(node, Number(id))}
    />
  )
}
