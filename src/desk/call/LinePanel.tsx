import type { View } from '../../core/sim/view.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useCallOver, usePaused, useSimTime } from '../runtime/useView.ts'
import { VoiceTrace } from '../sound/VoiceTrace.tsx'
import { useDesk, useDeskView, useIsText } from './deskContext.ts'
import { JoinPopover } from './JoinPopover.tsx'
import styles from './LinePanel.module.css'
import { Texting } from './Texting.tsx'
import { useWhereFrom } from './useWhereFrom.ts'
import { phoneNumber, seconds, span } from './words.ts'

/** A hold longer than this weighs on the caller (limit of the rubric), ms. */
const HOLD_LIMIT_MS = 20_000

/** The line: who rings, how long, how it sounds, and what can be done with it. */
export function LinePanel() {
  const t = useT('desk')
  const view = useDeskView()
  const { ui } = useDesk()
  const state = useLineState(view)
  const isText = useIsText()
  return (
    <Panel
      ref={ui.api.panels.line}
      aria-label={t('line.label')}
      className={styles.panel}
      data-state={state}
    >
      <div className={styles.row}>
        <span className={styles.number}>{phoneNumber(view.line.number)}</span>
        <State view={view} state={state} />
      </div>
      <div className={`${styles.row} ${styles.small}`}>
        <span className={styles.where}>{useWhereFrom(view)}</span>
        <Waited view={view} />
      </div>
      {state === 'ringing' ? (
        <Ringing />
      ) : isText ? (
        <Texting state={state} />
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
  const isText = useIsText()
  const inTexts = {
    ringing: () => t('sms.line.ringing'),
    up: () => t('sms.line.talk', { time: span(now - (answeredAt ?? now)) }),
    held: () => t('sms.line.held'),
    dropped: () => t('sms.line.dropped'),
    'calling-back': () => t('sms.line.callingBack'),
    ended: () => t('sms.line.ended'),
  }
  const words = {
    ringing: () => t('line.ringing'),
    up: () => t('line.talk', { time: span(now - (answeredAt ?? now)) }),
    held: () => t('line.held'),
    dropped: () => t('line.dropped'),
    'calling-back': () => t('line.callingBack'),
    ended: () => t('line.ended'),
  }
  return (
    <span className={styles.state} data-tone={tone[state]}>
      <i className={styles.lamp} aria-hidden="true" />
      {(isText ? inTexts : words)[state]()}
    </span>
  )
}

function Waited({ view }: { view: View }) {
  const t = useT('desk')
  const isText = useIsText()
  const { state, answeredAt } = view.line
  if (state === 'ringing') return null
  if (answeredAt === null)
    return <span>{t(isText ? 'sms.line.unanswered' : 'line.unanswered')}</span>
  const waited = { seconds: seconds(answeredAt) }
  return <span>{isText ? t('sms.line.waited', waited) : t('line.waited', waited)}</span>
}

/** Before the call is answered: how long it rings, and the one thing to do. */
function Ringing() {
  const t = useT('desk')
  const { acts, runner } = useDesk()
  const now = useSimTime(runner, 100)
  const isText = useIsText()
  return (
    <div className={styles.ringing}>
      <p className={styles.wait}>
        <span>{t('line.waits', { seconds: seconds(now) })}</span>
      </p>
      <ActionButton action={acts.answer} look="primary" className={styles.answer} />
      <p className={styles.help}>{t(isText ? 'sms.line.ringHelp' : 'line.ringHelp')}</p>
    </div>
  )
}

function Talking({ view, state }: StateProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const { acts, sound, runner } = useDesk()
  const paused = usePaused(runner)
  const { joined } = view.line
  const open = state === 'up' || state === 'held'
  const who = joined
    .map((id) => view.partners.find((partner) => partner.id === id)?.short[lang] ?? id)
    .join('、')
  return (
    <>
      {state === 'dropped' || state === 'calling-back' ? (
        <div className={styles.lost}>
          <p>{t(state === 'dropped' ? 'line.droppedHelp' : 'line.callingHelp')}</p>
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
