import type { View } from '../../core/sim/view.ts'
import type { Written } from '../../ui/channel.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useDesk } from './deskContext.ts'
import styles from './LinePanel.module.css'

/** Texts can only be sent or left alone: nothing to hear, nobody to join. */
export function Texting({ state, by }: { state: View['line']['state']; by: Written }) {
  const t = useT('desk')
  const { acts } = useDesk()
  const silent = state === 'dropped' || state === 'calling-back'
  return (
    <>
      {silent ? (
        <div className={styles.lost}>
          <p>{t(`by.${by}.line.${state === 'dropped' ? 'droppedHelp' : 'callingHelp'}`)}</p>
          <ActionButton
            action={acts.callBack}
            look="primary"
            className={styles.callBack}
            aria-disabled={state !== 'dropped'}
          />
        </div>
      ) : (
        <p className={styles.noVoice}>
          <Icon name="mute" /> {t(`by.${by}.note`)}
        </p>
      )}
      <div className={styles.acts}>
        <ActionButton
          action={acts.hangUp}
          look="grave"
          aria-disabled={state !== 'up' && state !== 'held'}
        />
      </div>
    </>
  )
}
