import { useRef } from 'react'
import type { OfferedReply } from '../../core/scenario/script.ts'
import type { View } from '../../core/sim/view.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useSimTime } from '../runtime/useView.ts'
import { useChannel, useDesk, useDeskView, useWritten } from './deskContext.ts'
import styles from './Replies.module.css'
import { isBeingRead } from './texting.ts'

/**
 * What can be said, each with its number. While nothing can be said the last ones stay, dimmed, so that nothing jumps.
 */
export function Replies() {
  return useWritten() ? <TextReplies /> : <Choices mayReply />
}

/** A text is read before it is answered. */
function TextReplies() {
  const { runner } = useDesk()
  const { talk } = useDeskView()
  return <Choices mayReply={!isBeingRead(talk, useSimTime(runner, 100))} />
}

function Choices({ mayReply }: { readonly mayReply: boolean }) {
  const t = useT('desk')
  const channel = useChannel()
  const lang = useLanguage()
  const view = useDeskView()
  const { perform, ui } = useDesk()
  const before = useRef<readonly OfferedReply[]>([])
  const ready = mayReply && view.replies.length > 0
  if (ready) before.current = view.replies
  const shown = ready ? view.replies : before.current
  const last = view.talk.at(-1)
  // digits choose in another list now
  const elsewhere = ui.open === 'units' || ui.open === 'facts'
  return (
    <Panel aria-label={t(`by.${channel}.talk.replies`)} className={styles.panel}>
      <Turn view={view} />
      {shown.length > 0 && (
        <ol className={styles.list} data-waiting={!ready || undefined}>
          {shown.map((reply, index) => (
            <li key={reply.id}>
              <button
                type="button"
                className={styles.reply}
                aria-disabled={!ready}
                aria-keyshortcuts={String(index + 1)}
                data-said={(!ready && last?.id === reply.id) || undefined}
                onClick={(event) => {
                  if (mayReply) perform({ do: 'say', reply: reply.id }, event.timeStamp)
                }}
              >
                <span className={elsewhere ? styles.dim : undefined}>
                  <Kbd keys={String(index + 1)} decorative />
                </span>
                <span>{reply.text[lang]}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** Whose turn it is. Always there, so that the sentences below keep their places. */
function Turn({ view }: { view: View }) {
  const t = useT('desk')
  const { runner } = useDesk()
  const now = useSimTime(runner, 200)
  const channel = useChannel()
  const state = turnOf(view, now)
  return (
    <p className={styles.turn} data-mine={state === 'yours' || undefined}>
      {t(`by.${channel}.turn.${state}`)}
    </p>
  )
}

function turnOf(view: View, now: number) {
  const { state } = view.line
  if (state === 'ringing' || state === 'held') return state
  if (state !== 'up' && state !== 'ended') return 'lineDown'
  const last = view.talk.at(-1)
  const over = !last || last.cutAt !== null || now >= last.from + last.ms
  if (last?.who === 'trainee') return over ? 'waiting' : 'speaking'
  if (!over) return 'callerSpeaks'
  return view.replies.length > 0 ? 'yours' : 'listening'
}
