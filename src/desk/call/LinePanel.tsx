import type { View } from '../../core/sim/view.ts'
import type { Channel } from '../../ui/channel.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon, type IconName } from '../../ui/kit/Icon.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useCallOver, usePaused, useSimTime } from '../runtime/useView.ts'
import { VoiceTrace } from '../sound/VoiceTrace.tsx'
import { useChannel, useDesk, useDeskView, useWritten } from './deskContext.ts'
import { JoinPopover } from './JoinPopover.tsx'
import styles from './LinePanel.module.css'
import { Texting } from './Texting.tsx'
import { useWhereFrom } from './useWhereFrom.ts'
import { phoneNumber, seconds, span } from './words.ts'

/** A hold longer than this weighs on the caller (limit of the rubric), ms. */
const HOLD_LIMIT_MS = 20_000

/** Beside the number: by what the call comes. */
const ICONS: Record<Channel, IconName> = {
  phone: 'phone',
  sms: 'message',
  wechat: 'chat',
  video: 'video',
}

/** The line: who rings, how long, how it sounds, and what can be done with it. */
export function LinePanel() {
  const t = useT('desk')
  const view = useDeskView()
  const { ui } = useDesk()
  const state = useLineState(view)
  const channel = useChannel()
  const written = useWritten()
  return (
    <Panel
      ref={ui.api.panels.line}
      aria-label={t(`by.${channel}.line.label`)}
      className={styles.panel}
      data-state={state}
    >
      <div className={styles.row}>
        <span className={styles.number}>
          <Icon name={ICONS[channel]} size={16} /> {phoneNumber(view.line.number)}
        </span>
        <State view={view} state={state} />
      </div>
      <div className={`${styles.row} ${styles.small}`}>
        <span className={styles.where}>{useWhereFrom(view)}</span>
        <Waited view={view} />
      </div>
      {state === 'ringing' ? (
        <Ringing />
      ) : written ? (
        <Texting state={state} by={written} />
      ) : (
        <Talking view={view} state={state} />
      )}
    </Panel>
  )
}

type LineState = View['line']['state']

/** The line as it sounds: up until the last word is said. */
function useLineState({ line: { state } }: View): LineState {
  const { runner } = useDesk()
  const over = useCallOver(runner)
  return state === 'ended' && !over ? 'up' : state
}

interface StateProps {
  readonly view: View
  readonly state: LineState
}

function State({ view, state }: StateProps) {
  const t = useT('desk')
  const { answeredAt } = view.line
  const { runner } = useDesk()
  const now = useSimTime(runner, 1000)
  const tone = {
    ringing: 'now',
    up: 'done',
    held: 'now',
    dropped: 'now',
    'calling-back': 'now',
    ended: 'plain',
  }
  const channel = useChannel()
  const words = {
    ringing: () => t(`by.${channel}.line.ringing`),
    up: () => t(`by.${channel}.line.talk`, { time: span(now - (answeredAt ?? now)) }),
    held: () => t(`by.${channel}.line.held`),
    dropped: () => t(`by.${channel}.line.dropped`),
    'calling-back': () => t(`by.${channel}.line.callingBack`),
    ended: () => t(`by.${channel}.line.ended`),
  }
  return (
    <span className={styles.state} data-tone={tone[state]}>
      <i className={styles.lamp} aria-hidden="true" />
      {words[state]()}
    </span>
  )
}

function Waited({ view }: { view: View }) {
  const t = useT('desk')
  const channel = useChannel()
  const { state, answeredAt } = view.line
  if (state === 'ringing') return null
  if (answeredAt === null) return <span>{t(`by.${channel}.line.unanswered`)}</span>
  return <span>{t(`by.${channel}.line.waited`, { seconds: seconds(answeredAt) })}</span>
}

/** Before the call is answered: how long it rings, and the one thing to do. */
function Ringing() {
  const t = useT('desk')
  const { acts, runner } = useDesk()
  const now = useSimTime(runner, 100)
  const channel = useChannel()
  return (
    <div className={styles.ringing}>
      <p className={styles.wait}>
        <span>{t('line.waits', { seconds: seconds(now) })}</span>
      </p>
      <ActionButton action={acts.answer} look="primary" className={styles.answer} />
      <p className={styles.help}>{t(`by.${channel}.line.ringHelp`)}</p>
    </div>
  )
}

function Talking({ view, state }: StateProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const { acts, sound, runner } = useDesk()
  const paused = usePaused(runner)
  const channel = useChannel()
  const { joined } = view.line
  const open = state === 'up' || state === 'held'
  const who = joined
    .map((id) => view.partners.find((partner) => partner.id === id)?.short[lang] ?? id)
    .join('、')
  return (
    <>
      {channel === 'video' && <NoPicture />}
      {state === 'dropped' || state === 'calling-back' ? (
        <div className={styles.lost}>
          <p>{t(`by.${channel}.line.${state === 'dropped' ? 'droppedHelp' : 'callingHelp'}`)}</p>
          <ActionButton
            action={acts.callBack}
            look="primary"
            className={styles.callBack}
            aria-disabled={state !== 'dropped'}
          />
        </div>
      ) : (
        <div className={styles.trace} data-paused={paused || undefined}>
          <VoiceTrace sound={sound} />
          {joined.length > 0 && <span className={styles.joined}>{t('line.joined', { who })}</span>}
          {state === 'held' && <Held />}
        </div>
      )}
      <div className={styles.acts}>
        {/* its name is the word on it */}
        <ActionButton
          action={acts.hold}
          aria-label={undefined}
          title={undefined}
          aria-disabled={!open}
        >
          {state === 'held' ? t('act.resume') : t('act.hold')}
        </ActionButton>
        <JoinPopover part="three-way" disabled={state !== 'up'} />
        <JoinPopover part="transfer" disabled={state !== 'up'} />
        <ActionButton action={acts.hangUp} look="grave" aria-disabled={!open} />
      </div>
    </>
  )
}

/** Where a video call has its picture: the exercise has none, and says so. */
function NoPicture() {
  const t = useT('desk')
  return (
    <p className={styles.noPicture}>
      <Icon name="video" size={20} /> {t('by.video.note')}
    </p>
  )
}

function Held() {
  const t = useT('desk')
  const { log } = useDeskView()
  const { runner } = useDesk()
  const now = useSimTime(runner, 1000)
  const since = log.findLast(({ status }) => status === 'held')?.at ?? now
  const long = now - since > HOLD_LIMIT_MS
  return (
    <p className={styles.held} role={long ? 'alert' : undefined}>
      {long
        ? t('line.holdLong')
        : t('line.heldFor', { seconds: Math.max(0, Math.floor((now - since) / 1000)) })}
    </p>
  )
}
