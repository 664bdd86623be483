import { useT } from '../../ui/i18n/i18n.ts'
import { clock } from '../proof/routes.ts'
import styles from './Play.module.css'
import type { PlayedPlan } from './protocol.ts'
import { lineWords, rows, standing } from './words.ts'

/** How the call stands: clock, node, moods, facts, flags, units. */
export function StandingView({ played }: { readonly played: PlayedPlan }) {
  const t = useT('studio')
  const now = standing(played)
  if (!now) return null
  const response = [...rows(now.units, t), ...rows(now.partners, t)]
  const lists = [
    [t('play.known'), now.known],
    [t('play.flags'), now.flags],
    [t('play.units'), response],
  ] as const
  return (
    <dl className={styles.standing}>
      <dt>{clock(now.at)}</dt>
      <dd>
        <b data-node>{now.node ?? '–'}</b> · {lineWords(now.line, t)} ·{' '}
        <span data-moods>{t('play.moods', { ...now.moods })}</span>
      </dd>
      {lists.map(([name, list]) => (
        <div key={name} className={styles.entry}>
          <dt>{name}</dt>
          <dd>{list.length === 0 ? t('play.none') : list.join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}
