import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { useValue } from '../draft/value.ts'
import type { VoiceRoom } from './room.ts'
import styles from './Voice.module.css'

/** Tells which of the files that were dropped were not taken, and why. */
export function RefusedFiles({ room }: { readonly room: VoiceRoom }) {
  const t = useT('studio')
  const refused = useValue(room.refused)
  const close = (): void => room.refused.set([])
  return (
    <Dialog open={refused.length > 0} onClose={close} title={t('voice.refusedTitle')}>
      <dl className={styles.refused}>
        {refused.map(({ name, why }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{t(`voice.refused.${why}`)}</dd>
          </div>
        ))}
      </dl>
      <Button className={styles.right} onClick={close}>
        {t('voice.close')}
      </Button>
    </Dialog>
  )
}
