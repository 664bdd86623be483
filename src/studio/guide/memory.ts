import { z } from 'zod'
import { readSetting, writeSetting } from '../../ui/settings.ts'
import { Value } from '../draft/value.ts'
import { STEPS } from './progress.ts'

/** What this browser remembers of the guide: whether it is open, and how far each draft has come. */

const step = z.enum(STEPS)
const baseline = z.object({
  title: z.string(),
  line: z.string(),
  facts: z.string(),
  nodes: z.number(),
  replies: z.number(),
})
const followed = z.object({
  baseline,
  done: z.array(step),
  /** Something was wrong with it at some time. */
  wasWrong: z.boolean(),
})
const memory = z.object({
  isOpen: z.boolean(),
  page: z.enum(['steps', 'reference']),
  drafts: z.record(z.string(), followed),
})

export type Followed = z.output<typeof followed>
export type Memory = z.output<typeof memory>

const SETTING = 'studio.guide'
/** Drafts that are remembered: the newest so many. */
const MOST_DRAFTS = 20

const NOTHING: Memory = { isOpen: false, page: 'steps', drafts: {} }

/** What was kept; nothing if there is none or it is none of ours. */
export function readMemory(text: string | null): Memory {
  if (text === null) return NOTHING
  try {
    return memory.catch(NOTHING).parse(JSON.parse(text))
  } catch {
    return NOTHING
  }
}

export const guideMemory = new Value<Memory>(readMemory(readSetting(SETTING)))

/** Changes what is remembered, and keeps it. */
export function remember(change: Partial<Memory>): void {
  const next = { ...guideMemory.get(), ...change }
  guideMemory.set(next)
  writeSetting(SETTING, JSON.stringify(next))
}

/** Notes how far a draft has come; what was done once stays done. */
export function follow(draft: string, next: Followed): void {
  const { drafts } = guideMemory.get()
  const before = drafts[draft]
  if (before && JSON.stringify(before) === JSON.stringify(next)) return
  const others = Object.entries(drafts).filter(([id]) => id !== draft)
  const newest = others.slice(Math.max(0, others.length - MOST_DRAFTS + 1))
  remember({ drafts: Object.fromEntries([...newest, [draft, next]]) })
}
