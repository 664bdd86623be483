import { useT } from '../../ui/i18n/i18n.ts'
import { keyCap } from '../../ui/keys.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { rowAt } from './digest.ts'
import { clock, signed } from './format.ts'
import { chiefMark } from './marks.ts'
import styles from './Timeline.module.css'
import { useDebrief } from './useDebrief.ts'
import type { DebriefActions } from './useDebriefActions.ts'
import { usePlayerValue } from './usePlayer.ts'
import { itemText, rowText } from './words.ts'

export interface TimelineToolsProps {
  readonly actions: DebriefActions
  /** Whether the whole call is shown. */
  readonly fits: boolean
  /** Whoever worked the call looks at it; a reviewer has nothing to retry. */
  readonly own: boolean
}

/** Play, clock, points, what happened just now, zoom, retry. */
export function TimelineTools({ actions, fits, own }: TimelineToolsProps) {
  const t = useT('debrief')
  const { digest } = useDebrief()
  const playing = usePlayerValue((state) => state.playing)
  const rate = usePlayerValue((state) => state.rate)
  const second = usePlayerValue(({ time }) => Math.floor(time / 1000))
  return (
    <div className={styles.tools}>
      <ActionButton
        action={actions.play}
        // what is printed on it belongs to its name
        aria-label={`${t(playing ? 'time.pause' : 'time.play')} ${keyCap('Space')}`}
        title={t(playing ? 'time.pause' : 'time.play')}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </ActionButton>
      <ActionButton action={actions.rate} bare aria-label={t('time.rate', { rate })}>
        {rate}×
      </ActionButton>
      <span className={styles.clock}>{clock(second * 1000)}</span>
      <span className={styles.whole}>/ {clock(digest.timeline.end)}</span>
      <span className={styles.group}>
        <ActionButton action={actions.previous} />
        <ActionButton action={actions.next}>{t('time.nextShort')}</ActionButton>
      </span>
      <JustNow />
      <span className={styles.group}>
        <ActionButton action={actions.zoomOut} bare className={styles.square}>
          <Icon name="minus" />
        </ActionButton>
        <ActionButton action={actions.fit} bare aria-pressed={fits} />
        <ActionButton action={actions.zoomIn} bare className={styles.square}>
          <Icon name="plus" />
        </ActionButton>
      </span>
      {own && (
        <ActionButton
          action={actions.retry}
          look="primary"
          {...(actions.retry.when?.() === false ? { title: t('time.retryExam') } : {})}
        />
      )}
    </div>
  )
}

/** The row at the moment shown: what it was, its points, the trust it moved. */
function JustNow() {
  const { digest, words, ground } = useDebrief()
  const index = usePlayerValue(({ time, chosen }) => {
    const at = rowAt(digest.rows, time)
    const picked = digest.rows.findIndex((row) => row.n === chosen && row.at === time)
    return picked >= 0 ? picked : at
  })
  const row = digest.rows[index]
  if (!row) return <span className={styles.now} />
  const { t, names } = words
  const mark = chiefMark(row.marks)
  const said = row.content.kind === 'said' && row.content.acts.length > 0
  const acts = row.content.kind === 'said' ? row.content.acts : []
  const label = said ? acts.map((act) => names.act(act)).join(' · ') : rowText(row, words, ground)
  const bad = (mark?.delta ?? 0) < 0 || row.crossed.length > 0
  const dim = mark ? ground.rubric.dims[mark.dim].name[names.lang] : ''
  return (
    <span className={styles.now} aria-live="off">
      <b className={bad ? styles.late : undefined} title={label}>
        {label}
      </b>
      {mark && mark.delta !== 0 && (
        <span title={itemText(mark.item, words, ground)}>
          {mark.dim} {dim} <b className={bad ? styles.late : undefined}>{signed(mark.delta)}</b>
        </span>
      )}
      {row.trust && (
        <span>
          {t('time.trust')} {row.trust[0]} →{' '}
          <b className={row.trust[1] < row.trust[0] ? styles.late : undefined}>{row.trust[1]}</b>
        </span>
      )}
    </span>
  )
}
