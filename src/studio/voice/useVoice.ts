import { useMemo } from 'react'
import { isWritten } from '../../ui/channel.ts'
import { useShared } from '../draft/share.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { useCity } from '../ground.ts'
import { useStudio } from '../studio.ts'
import { type Infos, useInfos } from './infos.ts'
import { type Match, matches, saysOther } from './rematch.ts'
import type { Show, VoiceRoom } from './room.ts'
import { voiceRoom } from './room.ts'
import { orphansIn, type RecordedFile, recordedIn, type VoiceRow, voiceRows } from './rows.ts'

/** What is amiss with a line's recording. */
export interface Amiss {
  /** The line says something else by now. */
  readonly changed: boolean
  /** So many seconds longer than the line has; 0 if it fits. */
  readonly over: number
}

/** A recording may be a little longer than the line's own time: the desk leaves pauses. */
const SPARE = 1.25
const SPARE_MS = 500

export function amiss(row: VoiceRow, infos: Infos): Amiss {
  const info = row.file && infos.get(row.file.blob)
  const ms = (info?.seconds ?? 0) * 1000
  const over = ms > row.ms * SPARE + SPARE_MS ? (ms - row.ms) / 1000 : 0
  return { changed: saysOther(row, infos), over }
}

export interface Voice {
  readonly room: VoiceRoom
  /** Null until the scenario could be read once. */
  readonly rows: readonly VoiceRow[] | null
  /** The caller is not heard: the call comes as text. */
  readonly isWritten: boolean
  /** What carries the caller's voice to the desk. */
  readonly carried: 'phone' | 'video'
  readonly infos: Infos
  /** Those of the chosen language, by kind. */
  readonly counts: Readonly<Record<Show, number>>
  readonly shown: readonly VoiceRow[]
  readonly chosen: VoiceRow | null
  readonly choose: (row: VoiceRow) => void
  /** The next line without a recording, after the chosen one and then from the top; null if there is none. */
  readonly next: VoiceRow | null
  readonly orphans: readonly RecordedFile[]
  readonly matches: readonly Match[]
}

/** The draft's lines and their recordings, as the panel shows them. */
export function useVoice(): Voice {
  const studio = useStudio()
  const { draft, settled, ground, services, selection } = studio
  const room = voiceRoom(studio)
  const scenario = useValue(settled)
  const files = useDraftPart(draft, (state) => state.files)
  const city = useCity(ground, scenario?.city)
  const made = useMemo(
    () => scenario && voiceRows(scenario, files, (id) => city?.atlas.place(id)?.name),
    [scenario, files, city],
  )
  const rows = useShared(made)
  const recorded = useShared(useMemo(() => [...recordedIn(files).values()], [files]))
  const infos = useInfos(services.drafts, recorded)
  const show = useValue(room.show)
  const lang = useValue(room.lang)
  const key = useValue(room.chosen)
  const inLang = (rows ?? []).filter((row) => lang === 'both' || row.lang === lang)
  const isAmiss = (row: VoiceRow): boolean => {
    const { changed, over } = amiss(row, infos)
    return changed || over > 0
  }
  const kinds: Readonly<Record<Show, readonly VoiceRow[]>> = {
    all: inLang,
    lacking: inLang.filter(({ file }) => !file),
    check: inLang.filter(isAmiss),
  }
  const chosen = rows?.find((row) => row.key === key) ?? kinds[show][0] ?? null
  const place = chosen ? inLang.findIndex((row) => row.key === chosen.key) : -1
  const later = [...inLang.slice(place + 1), ...inLang.slice(0, Math.max(0, place))]
  const orphans = rows ? orphansIn(files, rows) : []
  return {
    room,
    rows,
    isWritten: scenario !== null && isWritten(scenario.channel),
    carried: scenario?.channel === 'video' ? 'video' : 'phone',
    infos,
    counts: {
      all: kinds.all.length,
      lacking: kinds.lacking.length,
      check: kinds.check.length,
    },
    // the chosen one stays when it no longer fits: what was just recorded is heard and trimmed next
    shown: inLang.filter((row) => row.key === key || kinds[show].includes(row)),
    chosen,
    choose: (row) => {
      room.chosen.set(row.key)
      selection.set({ path: row.path, by: 'table' })
    },
    next: later.find(({ file }) => !file) ?? null,
    orphans,
    matches: rows ? matches(rows, orphans, infos) : [],
  }
}
