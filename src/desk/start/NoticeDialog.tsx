import { type RefObject, useMemo, useRef } from 'react'
import type { Named } from '../../core/scenario/entry.ts'
import type { Action } from '../../ui/actions.ts'
import { useActions } from '../../ui/actions.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import styles from './Dialogs.module.css'

export interface NoticeDialogProps {
  /** What it touches; null before an exam, where nothing is told of the call. */
  readonly notices: readonly Named[] | null
  readonly onAccept: () => void
  readonly onDecline: () => void
}

/** Before a grave call: what it touches, that nobody must, and whom to ring. */
export function NoticeDialog(props: NoticeDialogProps) {
  const t = useT('start')
  const text = useRef<HTMLDivElement>(null)
  const isExam = props.notices === null
  return (
    <Dialog
      open
      onClose={props.onDecline}
      title={t(isExam ? 'notice.examTitle' : 'notice.title')}
      // not on a button: a key held down must not accept it
      initialFocus={text}
    >
      <Content {...props} textRef={text} />
    </Dialog>
  )
}

function Content({
  notices,
  onAccept,
  onDecline,
  textRef,
}: NoticeDialogProps & { readonly textRef: RefObject<HTMLDivElement | null> }) {
  const t = useT('start')
  const lang = useLanguage()
  const actions = useMemo(
    (): readonly Action[] => [
      {
        id: 'notice.accept',
        label: notices === null ? 'start:notice.acceptExam' : 'start:notice.accept',
        keys: ['Enter'],
        perform: onAccept,
      },
    ],
    [notices, onAccept],
  )
  useActions(actions)
  const [accept] = actions
  return (
    <>
      <div ref={textRef} tabIndex={-1} className={styles.text}>
        {notices === null ? (
          <>
            <p>{t('notice.examAbout')}</p>
            <p>{t('notice.examRules')}</p>
          </>
        ) : (
          <>
            <p>{t('notice.about')}</p>
            <ul className={styles.touches}>
              {notices.map(({ id, name }) => (
                <li key={id}>{name[lang]}</li>
              ))}
            </ul>
          </>
        )}
        <p>{t(notices === null ? 'notice.examFree' : 'notice.free')}</p>
        <p className={styles.help}>{t('notice.help')}</p>
      </div>
      <div className={styles.buttons}>
        {accept && <ActionButton action={accept} look="primary" />}
        <Button hint="Escape" onClick={onDecline}>
          {t('notice.decline')}
        </Button>
      </div>
    </>
  )
}
