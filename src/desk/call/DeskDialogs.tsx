import { type RefObject, useMemo, useRef } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { usePaused } from '../runtime/useView.ts'
import styles from './DeskDialogs.module.css'
import { useChannel, useDesk } from './deskContext.ts'

/** The pause and the way out. */
export function DeskDialogs() {
  return (
    <>
      <Pause />
      <Leave />
    </>
  )
}

function Pause() {
  const t = useT('desk')
  const { runner } = useDesk()
  const paused = usePaused(runner)
  const on = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open={paused}
      onClose={() => runner.unpause(performance.now())}
      title={t('pause.title')}
      initialFocus={on}
    >
      <Paused button={on} />
    </Dialog>
  )
}

function Paused({ button }: { button: RefObject<HTMLButtonElement | null> }) {
  const t = useT('desk')
  const { runner } = useDesk()
  const actions = useMemo<readonly [Action]>(
    () => [
      {
        id: 'desk.unpause',
        label: 'desk:act.unpause',
        keys: ['P'],
        perform: (timeStamp) => runner.unpause(timeStamp),
      },
    ],
    [runner],
  )
  useActions(actions)
  return (
    <>
      <p>{t('pause.text')}</p>
      <div className={styles.go}>
        <ActionButton ref={button} action={actions[0]} look="primary" />
      </div>
    </>
  )
}

/** Calm, without blame; the time goes on meanwhile unless it was paused. */
function Leave() {
  const t = useT('desk')
  const channel = useChannel()
  const { ui, perform } = useDesk()
  const stay = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open={ui.open === 'leave'}
      onClose={() => ui.api.show(null)}
      title={t(`by.${channel}.leave`)}
      initialFocus={stay}
    >
      <p>{t('leave.text')}</p>
      <p>{t('leave.care')}</p>
      <div className={styles.go}>
        <Button ref={stay} onClick={() => ui.api.show(null)}>
          {t('leave.stay')}
        </Button>
        <Button
          onClick={(event) => {
            ui.api.show(null)
            perform({ do: 'leave' }, event.timeStamp)
          }}
        >
          {t('leave.go')}
        </Button>
      </div>
    </Dialog>
  )
}
