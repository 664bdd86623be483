import type { Utterance } from '../../core/sim/view.ts'
import type { Written } from '../../ui/channel.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { useSimTime } from '../runtime/useView.ts'
import { useDesk } from './deskContext.ts'
import styles from './TextLine.module.css'
import { span } from './words.ts'

export interface TextLineProps {
  readonly by: Written
  readonly said: Utterance
  /** Simulated ms at which the first text was opened: times count from there. */
  readonly start: number
  /** The caller's last text. */
  readonly current: boolean
}

/** One text: whole at once, theirs at the left, ours at the right; below it when, and whether ours has gone. */
export function TextLine({ by, said, start, current }: TextLineProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const mine = said.who === 'trainee'
  return (
    <li className={styles.line} data-mine={mine || undefined} data-current={current || undefined}>
      <p className={styles.text}>
        <VisuallyHidden>{mine ? t('talk.me') : t(`by.${by}.caller`)}: </VisuallyHidden>
        {said.text[lang]}
      </p>
      <p className={styles.at}>
        <time>{span(said.from - start)}</time>
        {mine && <Sending said={said} by={by} />}
      </p>
    </li>
  )
}

function Sending({ said, by }: { said: Utterance; by: Written }) {
  const t = useT('desk')
  const { runner } = useDesk()
  const now = useSimTime(runner, 200)
  return <span>{t(`by.${by}.at.${now < said.from + said.ms ? 'sending' : 'sent'}`)}</span>
}
