import { useEffect, useRef, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useValue } from '../draft/value.ts'
import { scrollable } from '../proof/scrollable.ts'
import { DevicePicker } from './DevicePicker.tsx'
import { Meter } from './Meter.tsx'
import { KEPT_RATE } from './pcm.ts'
import { Playback } from './playback.ts'
import type { VoiceRow } from './rows.ts'
import { type Table, useTake } from './useTake.ts'
import { amiss, type Voice } from './useVoice.ts'
import { useVoiceActions } from './useVoiceActions.ts'
import styles from './Voice.module.css'
import { Waveform } from './Waveform.tsx'

interface BoothProps {
  readonly voice: Voice
  readonly row: VoiceRow
  readonly rows: readonly VoiceRow[]
}

/** Where one line is recorded, heard and trimmed. */
export function Booth({ voice, row, rows }: BoothProps) {
  const t = useT('studio')
  const { room, carried } = voice
  const state = useValue(room.recorder.state)
  const playback = usePlayback()
  const playing = useValue(playback.playing)
  const table = useTake(room, row.file)
  const actions = useVoiceActions({ voice, row, table, playback })
  const picker = useRef<HTMLInputElement>(null)
  const isIdle = state.kind === 'idle'
  // what is heard would be recorded along
  useEffect(() => {
    if (!isIdle) playback.stop()
  }, [isIdle, playback])
  return (
    <section
      className={styles.booth}
      aria-label={t('voice.booth')}
      data-key={row.key}
      data-recorder={state.kind}
    >
      <div className={styles.head}>
        <p
          className={styles.script}
          lang={row.lang === 'zh' ? 'zh-CN' : 'en'}
          ref={scrollable}
          data-script
        >
          {row.words}
        </p>
        <span className={styles.right}>
          <ActionButton action={actions.next} bare />
          <DevicePicker disabled={!isIdle} />
        </span>
      </div>
      <div className={styles.stage}>
        {!isIdle ? (
          <Meter recorder={room.recorder} state={state} planned={row.ms / 1000} />
        ) : state.trouble ? (
          <p className={styles.trouble} role="alert">
            <Icon name="warn" size={16} /> {t(`voice.trouble.${state.trouble}`)}
          </p>
        ) : table ? (
          <Waveform
            pcm={table.take.pcm}
            rate={KEPT_RATE}
            span={table.span}
            onSpan={table.setSpan}
            playback={playback}
          />
        ) : (
          <p className={styles.hint}>{row.file ? '' : t('voice.pick')}</p>
        )}
      </div>
      <div className={styles.tools}>
        {(isIdle || state.kind === 'recording') && (
          <ActionButton action={actions.record} look={table && isIdle ? 'plain' : 'primary'} />
        )}
        {isIdle ? (
          <>
            <ActionButton action={actions.hear} bare>
              <Icon name={playing === 'plain' ? 'pause' : 'play'} /> {t('voice.hear')}
            </ActionButton>
            <ActionButton action={actions.call} bare>
              <Icon name={playing === carried ? 'pause' : carried} /> {t(`voice.${carried}`)}
            </ActionButton>
            {table && (table.isTrimmed || table.isUneven) && (
              <ActionButton action={actions.keep} look="primary" />
            )}
            {table?.isTrimmed && (
              <Button
                look="quiet"
                square
                aria-label={t('voice.undoTrim')}
                title={t('voice.undoTrim')}
                onClick={() => table.setSpan(table.take.span)}
              >
                <Icon name="undo" />
              </Button>
            )}
            <span className={styles.right}>
              <Button
                look="quiet"
                square
                aria-label={t('voice.file')}
                title={t('voice.file')}
                onClick={() => picker.current?.click()}
              >
                <Icon name="import" />
              </Button>
              {row.file && (
                <Button
                  square
                  look="quiet"
                  aria-label={t('voice.remove')}
                  title={t('voice.remove')}
                  onClick={() => {
                    playback.stop()
                    room.remove(row)
                  }}
                >
                  <Icon name="trash" />
                </Button>
              )}
            </span>
          </>
        ) : (
          <ActionButton action={actions.cancel} />
        )}
        <input
          ref={picker}
          type="file"
          accept="audio/*"
          hidden
          data-picker="line"
          onChange={({ target }) => {
            room.take([...(target.files ?? [])], row, rows)
            target.value = ''
          }}
        />
      </div>
      <p className={styles.facts} role="status">
        {isIdle && table && <Facts voice={voice} row={row} table={table} />}
      </p>
    </section>
  )
}

function Facts({
  voice,
  row,
  table,
}: Pick<BoothProps, 'voice' | 'row'> & { readonly table: Table }) {
  const t = useT('studio')
  const { changed, over } = amiss(row, voice.infos)
  const words = (row.file && voice.infos.get(row.file.blob)?.words) ?? ''
  const seconds = (table.span.to - table.span.from) / KEPT_RATE
  return (
    <>
      {t('voice.facts', {
        s: seconds.toFixed(2),
        planned: (row.ms / 1000).toFixed(1),
        loud: table.loudness?.toFixed(1).replace('-', '−') ?? '…',
      })}
      {changed && (
        <span className={styles.amiss} title={words}>
          {t('voice.wasWords', { words })}
        </span>
      )}
      {!changed && over > 0 && <span className={styles.amiss}>{t('voice.isLong')}</span>}
    </>
  )
}

/** One way to play for as long as the line is shown. */
function usePlayback(): Playback {
  const [playback, setPlayback] = useState(() => new Playback())
  useEffect(() => {
    // React may take a component away and put the same one back
    const own = playback.isDisposed ? new Playback() : playback
    if (own !== playback) setPlayback(own)
    return () => own.dispose()
  }, [playback])
  return playback
}
