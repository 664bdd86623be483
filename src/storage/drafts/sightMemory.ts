import type { SightMemory } from './ports.ts'
import type { DraftRows } from './rows.ts'

const sightOf = (draft: string): string => `sight/${draft}`

/** What was last shown of drafts, over the studio's rows. */
export function makeSightMemory(rows: Pick<DraftRows, 'recall' | 'remember'>): SightMemory {
  return {
    recall: (draft) => rows.recall(sightOf(draft)),
    keep: (draft, sight) => rows.remember(sightOf(draft), sight),
  }
}
