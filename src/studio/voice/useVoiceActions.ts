import { useMemo, useRef } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { readSetting } from '../../ui/settings.ts'
import { useValue } from '../draft/value.ts'
import { DEVICE } from './DevicePicker.tsx'
import type { Playback, Way } from './playback.ts'
import type { VoiceRow } from './rows.ts'
import type { Table } from './useTake.ts'
import type { Voice } from './useVoice.ts'

interface Parts {
  readonly voice: Voice
  readonly row: VoiceRow
  readonly table: Table | null
  readonly playback: Playback
}

const GROUP = 'studio:voice.group'

/** What can be done with a line's recording, by button and by key. */
export function useVoiceActions(parts: Parts) {
  const { recorder } = parts.voice.room
  const state = useValue(recorder.state)
  const isIdle = state.kind === 'idle'
  const hasTake = parts.table !== null
  const hasNext = parts.voice.next !== null
  const mayKeep = parts.table !== null && (parts.table.isTrimmed || parts.table.isUneven)
  const playing = useValue(parts.playback.playing)
  const { carried } = parts.voice
  const isTrimmed = parts.table?.isTrimmed ?? false
  const latest = useRef(parts)
  latest.current = parts
  const actions = useMemo(() => {
    const play = (way: Way): void => {
      const { playback, table } = latest.current
      if (playback.playing.get() === way) playback.stop()
      else if (table) playback.play(table.sound(), way)
    }
    const record: Action = {
      id: 'voice.record',
      group: GROUP,
      label: isIdle
        ? hasTake
          ? 'studio:voice.again'
          : 'studio:voice.record'
        : 'studio:voice.stop',
      keys: ['Alt+R'],
      when: () => recorder.state.get().kind !== 'ending',
      perform: () => {
        const { voice, row } = latest.current
        if (recorder.state.get().kind === 'idle') voice.room.record(row, readSetting(DEVICE))
        else void recorder.stop()
      },
    }
    const cancel: Action = {
      id: 'voice.cancel',
      group: GROUP,
      label: 'studio:voice.cancel',
      keys: ['Escape'],
      when: () => recorder.state.get().kind !== 'idle',
      perform: () => recorder.cancel(),
    }
    const hear: Action = {
      id: 'voice.hear',
      group: GROUP,
      label: playing === 'plain' ? 'studio:voice.quiet' : 'studio:voice.hear',
      keys: ['Alt+H'],
      when: () => isIdle && hasTake,
      perform: () => play('plain'),
    }
    const call: Action = {
      id: 'voice.call',
      group: GROUP,
      label: playing === carried ? 'studio:voice.quiet' : `studio:voice.${carried}`,
      keys: ['Alt+P'],
      when: () => isIdle && hasTake,
      perform: () => play(carried),
    }
    const keep: Action = {
      id: 'voice.keep',
      group: GROUP,
      label: isTrimmed ? 'studio:voice.keep' : 'studio:voice.even',
      keys: ['Alt+S'],
      when: () => isIdle && mayKeep,
      perform: () => {
        const { voice, row, table } = latest.current
        if (table) voice.room.keep(row, { ...table.take, span: table.span })
      },
    }
    const next: Action = {
      id: 'voice.next',
      group: GROUP,
      label: 'studio:voice.next',
      keys: ['Alt+N'],
      when: () => isIdle && hasNext,
      perform: () => {
        const { voice } = latest.current
        if (voice.next) voice.choose(voice.next)
      },
    }
    return { record, cancel, hear, call, keep, next }
  }, [recorder, isIdle, hasTake, hasNext, mayKeep, isTrimmed, playing, carried])
  useActions(useMemo(() => Object.values(actions), [actions]))
  return actions
}
