import type { LogView } from '../../core/sim/view.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useSimTime } from '../runtime/useView.ts'
import { useChannel, useDesk, useDeskView } from './deskContext.ts'
import styles from './Notices.module.css'
import { logText } from './words.ts'

/** How long a message stands on the map, simulated ms; the footer keeps all of them. Reports take longer to read. */
const SHOWN_MS = 7000
const REPORT_MS = 15_000
/** At most so many at once. */
const MOST = 3

/** What is said of the device. */
const DEVICE = { 'resumed-after-kill': 'resumed', 'audio-blocked': 'sound.blocked' } as const

/** Worth a look up from the talk: what was impossible, what others report, who arrived, what became of the line. */
function matters({ kind, status }: LogView): boolean {
  if (kind === 'unit') return status === 'arrived' || status === 'arrived-wrong'
  if (kind === 'partner') return status === 'bridged' || status === 'declined'
  return kind !== 'line' || ['dropped', 'no-answer', 'gave-up'].includes(status)
}

/** Fresh messages over the map, where they cover neither talk nor record. */
export function Notices() {
  const lang = useLanguage()
  const view = useDeskView()
  const t = useT('desk')
  const { runner, session } = useDesk()
  const channel = useChannel()
  const now = useSimTime(runner, 1000)
  const fresh = view.log
    .filter((entry) => matters(entry) && now - entry.at < shownFor(entry))
    .slice(-MOST)
  const device = session.journal.findLast(
    (entry) => entry.origin === 'observed' && entry.observation.saw in DEVICE,
  )
  const saw =
    device?.origin === 'observed' && now - device.at < SHOWN_MS ? device.observation.saw : null
  return (
    <div className={styles.notices} aria-live="assertive">
      {(saw === 'resumed-after-kill' || saw === 'audio-blocked') && (
        <p className={styles.notice} data-tone="calm">
          <Icon name={saw === 'audio-blocked' ? 'mute' : 'notice'} />
          <span>{t(DEVICE[saw])}</span>
        </p>
      )}
      {fresh.map((entry) => (
        <p key={entry.n} className={styles.notice} data-tone={toneOf(entry)}>
          <Icon name={entry.kind === 'refused' ? 'warn' : 'notice'} />
          <span>{logText(entry, view, lang, channel)}</span>
        </p>
      ))}
    </div>
  )
}

function shownFor({ kind }: LogView): number {
  return kind === 'report' ? REPORT_MS : SHOWN_MS
}

function toneOf({ kind, status }: LogView): 'now' | 'done' | 'calm' {
  if (kind === 'unit' && status === 'arrived') return 'done'
  return kind === 'report' || kind === 'partner' ? 'calm' : 'now'
}
