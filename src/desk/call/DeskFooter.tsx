import type { Entry } from '../../core/sim/journal.ts'
import type { LogView } from '../../core/sim/view.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import { Popover } from '../../ui/kit/Popover.tsx'
import { useSimTime } from '../runtime/useView.ts'
import styles from './DeskFooter.module.css'
import { useChannel, useDesk, useDeskView } from './deskContext.ts'
import { logText, span } from './words.ts'

/** The line of the footer holds one of these spans, the first that the attempt fits in, ms. */
const SPANS = [180_000, 360_000, 720_000, 1_440_000, 3_600_000] as const

interface Tick {
  readonly n: number
  readonly at: number
  readonly tone: 'mine' | 'plain' | 'done' | 'now'
}

/** An entry's mark, if it is one that the trainee may see. */
function tickOf(entry: Entry): Tick | null {
  const { n, at } = entry
  if (entry.origin === 'trainee') {
    const tone = entry.command.do === 'answer' || entry.command.do === 'finish' ? 'done' : 'mine'
    return { n, at, tone }
  }
  if (entry.origin !== 'script') return null
  switch (entry.happening.what) {
    case 'caller':
    case 'report':
    case 'partner':
      return { n, at, tone: 'plain' }
    case 'unit':
      return { n, at, tone: entry.happening.status === 'arrived' ? 'done' : 'plain' }
    case 'ringing':
    case 'dropped':
    case 'gave-up':
    case 'no-answer':
    case 'refused':
    case 'ended':
      return { n, at, tone: 'now' }
    default:
      return null
  }
}

/** The journal as marks on a line, and the last message. */
export function DeskFooter() {
  const t = useT('desk')
  const { session, runner } = useDesk()
  useDeskView()
  const now = useSimTime(runner, 1000)
  const ticks = session.journal
    .flatMap((entry) => tickOf(entry) ?? [])
    // one's own doings lie on top of what they brought about
    .sort((a, b) => Number(a.tone !== 'plain') - Number(b.tone !== 'plain'))
  const mine = session.journal.filter(({ origin }) => origin === 'trainee').length
  const room = SPANS.find((one) => now < one * 0.97) ?? SPANS[4]
  return (
    <>
      <span className={styles.label}>{t('footer.journal')}</span>
      <div className={styles.line} role="img" aria-label={t('footer.ticks', { count: mine })}>
        <i className={styles.now} style={{ width: `${(now / room) * 100}%` }} />
        {ticks.map(({ n, at, tone }) => (
          <i
            key={n}
            className={styles.tick}
            data-tone={tone}
            style={{ left: `${(at / room) * 100}%` }}
          />
        ))}
      </div>
      <Messages />
    </>
  )
}

/** The last message; it opens all of them. */
function Messages() {
  const t = useT('desk')
  const lang = useLanguage()
  const view = useDeskView()
  const { ui } = useDesk()
  const last = view.log.at(-1)
  const channel = useChannel()
  const words = (entry: LogView) => logText(entry, view, lang, channel)
  return (
    <Popover
      label={t('footer.messages')}
      side="top"
      open={ui.open === 'messages'}
      onOpenChange={ui.api.onOpenChange('messages')}
      returnsFocus={ui.api.returnsFocus}
      trigger={
        <button type="button" className={styles.last} aria-keyshortcuts="G">
          <span role="status">{last ? words(last) : t('footer.none')}</span>
          {last && <time>{span(last.at - (view.line.answeredAt ?? 0))}</time>}
          <Kbd keys="G" decorative />
        </button>
      }
    >
      <ol className={styles.log}>
        {view.log.length === 0 && <li>{t('footer.none')}</li>}
        {[...view.log].reverse().map((entry) => (
          <li key={entry.n} data-kind={entry.kind}>
            <time>{span(entry.at - (view.line.answeredAt ?? 0))}</time>
            <span>{words(entry)}</span>
          </li>
        ))}
      </ol>
    </Popover>
  )
}
