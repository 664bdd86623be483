import { useEffect, useRef, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import styles from './Meter.module.css'
import { toDb } from './pcm.ts'
import type { Recorder, RecorderState } from './recorder.ts'

type Level = 'none' | 'low' | 'good' | 'high'

/** Peaks in dB full scale: from where on a voice is heard, is loud enough, and is cut off. */
const HEARD_DB = -50
const GOOD_DB = -24
const HIGH_DB = -1.5
/** The bar begins here, dB. */
const FLOOR_DB = -60
/** How fast the bar falls, dB a second; and how long the highest peak counts for what is said of it, ms. */
const FALL = 40
const JUDGED_MS = 700

interface MeterProps {
  readonly recorder: Pick<Recorder, 'level'>
  readonly state: RecorderState
  /** How long the desk gives the line, s. */
  readonly planned: number
}

/** While a line is recorded: the countdown, the microphone's level, and the time. */
export function Meter({ recorder, state, planned }: MeterProps) {
  const t = useT('studio')
  const bar = useRef<HTMLDivElement>(null)
  const meter = useRef<HTMLMeterElement>(null)
  const [level, setLevel] = useState<Level>('none')
  const [seconds, setSeconds] = useState(0)
  const { kind } = state
  const since = state.kind === 'recording' ? state.since : null
  useEffect(() => {
    let frame = 0
    let last = performance.now()
    let shown = FLOOR_DB
    let top = { db: FLOOR_DB, at: last }
    const draw = (now: number): void => {
      const db = Math.max(FLOOR_DB, toDb(recorder.level()))
      shown = Math.max(db, shown - (FALL * (now - last)) / 1000)
      last = now
      if (db >= top.db || now - top.at > JUDGED_MS) top = { db, at: now }
      const share = 1 - Math.min(0, shown) / FLOOR_DB
      bar.current?.style.setProperty('--level', share.toFixed(3))
      if (meter.current) meter.current.value = Math.round(Math.min(0, shown))
      setLevel(judged(top.db))
      setSeconds(since === null ? 0 : Math.floor((now - since) / 100) / 10)
      frame = requestAnimationFrame(draw)
    }
    frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [recorder, since])
  return (
    <div className={styles.meter}>
      <p className={styles.phase} role="status">
        {kind === 'counting' ? (
          <strong className={styles.count}>{state.left}</strong>
        ) : kind === 'recording' ? (
          <strong className={styles.live}>{t('voice.recording')}</strong>
        ) : (
          t(kind === 'ending' ? 'voice.ending' : 'voice.opening')
        )}
      </p>
      {kind === 'ending' ? (
        <progress className={styles.saved} aria-label={t('voice.ending')} value={state.share} />
      ) : (
        <div ref={bar} className={styles.level} data-level={level} aria-hidden="true" />
      )}
      <VisuallyHidden>
        <meter ref={meter} aria-label={t('voice.level')} min={FLOOR_DB} max={0} />
      </VisuallyHidden>
      {kind !== 'opening' && kind !== 'ending' && (
        <p className={styles.judged}>
          <span>{t(`voice.levels.${level}`)}</span>
          <span>{t('voice.elapsed', { s: seconds.toFixed(1), planned: planned.toFixed(1) })}</span>
        </p>
      )}
    </div>
  )
}

function judged(db: number): Level {
  if (db < HEARD_DB) return 'none'
  if (db < GOOD_DB) return 'low'
  return db > HIGH_DB ? 'high' : 'good'
}
