import { type FileChange, type Files, textOf } from '../../core/files/files.ts'
import type { Patch } from '../../core/scenario/edit/patch.ts'
import {
  NO_TRACK,
  readTrack,
  TRACK_FILE,
  type Track,
  writeTrack,
} from '../../core/scenario/texts/track.ts'
import type { Draft } from './draft.ts'

/** What a draft knows of its translations: `translations.json` beside its scenario. */

/** The file read last: it changes far less often than it is asked for. */
let latest: { readonly text: string; readonly track: Track } = { text: '', track: NO_TRACK }

/** As the draft has it; a file that can't be read says nothing, and the next change puts a sound one in its place. */
export function trackIn(files: Files): Track {
  const text = textOf(files, TRACK_FILE)
  if (text !== latest.text) latest = { text, track: readTrack(text) ?? NO_TRACK }
  return latest.track
}

/** The change of the file that makes this of what the draft knows; none if it says the same already. */
export function trackChange(files: Files, update: (track: Track) => Track): readonly FileChange[] {
  const before = textOf(files, TRACK_FILE)
  const after = writeTrack(update(trackIn(files)))
  if (after === before) return []
  if (before === '') return [{ path: TRACK_FILE, put: { text: after } }]
  return [{ path: TRACK_FILE, patches: [difference(before, after)] }]
}

/** Lets everything be changed again. */
export function unlock(draft: Pick<Draft, 'state' | 'change'>): void {
  const label = { zh: '解锁结构', en: 'unlock the structure' }
  draft.change(
    label,
    trackChange(draft.state.files, (track) => ({ ...track, isLocked: false })),
  )
}

/** The stretch in which two texts differ. */
function difference(before: string, after: string): Patch {
  const most = Math.min(before.length, after.length)
  let front = 0
  while (front < most && before[front] === after[front]) front += 1
  let back = 0
  while (back < most - front && before.at(-1 - back) === after.at(-1 - back)) back += 1
  return {
    from: front,
    to: before.length - back,
    insert: after.slice(front, after.length - back),
  }
}
