import { useT } from '../i18n/i18n.ts'
import { dismiss, type Message, useMessages } from '../messages.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import styles from './MessageBar.module.css'

const SIGN: Record<Message['kind'], IconName> = {
  info: 'notice',
  done: 'check',
  warn: 'warn',
  error: 'warn',
}

function Row({ message }: { message: Message }) {
  const t = useT('common')
  const { action } = message
  return (
    <div
      className={`${styles.message} ${styles[message.kind] ?? ''}`}
      role={message.kind === 'warn' || message.kind === 'error' ? 'alert' : undefined}
    >
      <Icon name={SIGN[message.kind]} />
      <span>{message.text}</span>
      {action && (
        <Button
          onClick={() => {
            dismiss(message.id)
            action.perform()
          }}
        >
          {action.label}
        </Button>
      )}
      <Button look="quiet" square aria-label={t('close')} onClick={() => dismiss(message.id)}>
        <Icon name="close" />
      </Button>
    </div>
  )
}

/** Where messages appear, and the live region that reads them out. One per window. */
export function MessageBar() {
  const t = useT('common')
  const messages = useMessages()
  return (
    <section className={styles.bar} aria-label={t('messages')} aria-live="polite">
      {messages.map((message) => (
        <Row key={message.id} message={message} />
      ))}
    </section>
  )
}
