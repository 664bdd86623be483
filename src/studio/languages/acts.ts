import type { Text } from '../../core/scenario/primitives.ts'
import { type Taken, wordsEdit } from '../../core/scenario/texts/incoming.ts'
import type { TextEntry } from '../../core/scenario/texts/texts.ts'
import { type Track, withAgreed } from '../../core/scenario/texts/track.ts'
import { trackChange } from '../draft/tracking.ts'
import type { Studio } from '../studio.ts'
import type { Texts } from './texts.ts'

/** What can be done with translations. Words and what is known of them change in one step. */

type Parts = Pick<Studio, 'draft' | 'edit'>

/** Writes one translation; it fits its source from then on. Letters typed on are one step. */
export function translate({ draft, edit }: Parts, texts: Texts, entry: TextEntry, words: string) {
  const { entries, target } = texts
  const after = entries.map((one) => (one.id === entry.id ? { ...one, [target]: words } : one))
  return edit(
    { zh: `译“${entry.id}”`, en: `translate ${entry.id}` },
    [wordsEdit(entry, target, words)],
    `translate ${target} ${entry.id}`,
    () => trackChange(draft.state.files, (track) => withAgreed(track, after, new Set([entry.id]))),
  )
}

/** These translations fit though their source has changed. */
export function stillRight({ draft }: Parts, { entries }: Texts, ids: ReadonlySet<string>): void {
  retrack(draft, { zh: '译文照旧', en: 'still right' }, (track) => withAgreed(track, entries, ids))
}

/** Takes what came in, all as one step. False if it can't be done: the reason is shown, and nothing has changed. */
export async function takeIn({ draft, edit }: Parts, taken: Taken): Promise<boolean> {
  const label = { zh: '导入译文', en: 'import translations' }
  const also = () =>
    trackChange(draft.state.files, (track) => withAgreed(track, taken.entries, taken.agreed))
  if (taken.edits.length > 0) return edit(label, taken.edits, undefined, also)
  draft.change(label, also())
  return true
}

export function turn({ draft }: Parts, { entries }: Texts, source: Track['source']): void {
  retrack(draft, { zh: '换翻译方向', en: 'change the direction' }, (track) => ({
    ...withAgreed(track, entries, new Set()),
    source,
  }))
}

/** Lets only words be changed, or everything again. It is kept with the draft. */
export function lock({ draft }: Parts, { entries }: Texts, isLocked: boolean): void {
  const label = isLocked
    ? { zh: '锁定结构', en: 'lock the structure' }
    : { zh: '解锁结构', en: 'unlock the structure' }
  retrack(draft, label, (track) => ({ ...withAgreed(track, entries, new Set()), isLocked }))
}

function retrack(draft: Studio['draft'], label: Text, update: (track: Track) => Track): void {
  draft.change(label, trackChange(draft.state.files, update))
}
