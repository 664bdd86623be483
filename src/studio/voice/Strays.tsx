import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { Voice } from './useVoice.ts'
import styles from './Voice.module.css'

/** So many are named. */
const NAMED = 3

/** Recordings that lost their line, and the way back for those that know their words. */
export function Strays({ voice: { room, orphans, matches } }: { readonly voice: Voice }) {
  const t = useT('studio')
  if (orphans.length === 0 && matches.length === 0) return null
  const names = orphans.slice(0, NAMED).map(({ path }) => path.slice('voice/'.length))
  const text = names.join('、') + (orphans.length > NAMED ? '…' : '')
  const told = t('voice.orphans', { n: orphans.length, names: text })
  return (
    <div className={styles.strays} role="status">
      {orphans.length > 0 && (
        <span className={styles.strayText} title={told}>
          <Icon name="warn" /> {told}
        </span>
      )}
      {matches.length > 0 && (
        <Button onClick={() => room.rematch(matches)}>
          {t('voice.rematch', { n: matches.length })}
        </Button>
      )}
      {orphans.length > 0 && (
        <Button onClick={() => room.removeAll(orphans)}>{t('voice.removeOrphans')}</Button>
      )}
    </div>
  )
}
