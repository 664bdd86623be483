import type { Text } from './primitives.ts'

/** What the studio writes where words are still to come. A call that holds any of it is not finished: SC064 says so. */
export const PLACEHOLDERS = {
  anything: { zh: '（待写）', en: '(to be written)' },
  caller: { zh: '（来电人说什么）', en: '(what the caller says)' },
  reply: { zh: '（接警员说什么）', en: '(what the call-taker says)' },
  after: { zh: '（后来怎样了）', en: '(what became of it)' },
} as const satisfies Readonly<Record<string, Text>>

const WORDS: ReadonlySet<string> = new Set(
  Object.values(PLACEHOLDERS).flatMap(({ zh, en }) => [zh, en]),
)

export function isPlaceholder(text: string): boolean {
  return WORDS.has(text.trim())
}
