import type { Leases } from '../lease.ts'
import type { Database } from './database.ts'
import { typed } from './rows.ts'

/** A holder gives a sign of life this often. */
const BEAT_MS = 1_000
/** Silence after which a holder counts as gone, unless it answers: a hidden tab's timers may sleep for a minute. */
const STALE_MS = 3_500
/** How long a living holder gets to answer on the channel. */
const ANSWER_MS = 400

interface Timing {
  readonly beat: number
  readonly stale: number
  readonly answer: number
}

type Message =
  | { readonly ask: string; readonly from: string }
  | { readonly held: string; readonly to: string }

/**
 * Leases as rows with a heartbeat, where the browser has no Web Locks. A killed tab's row goes stale; a living one
 * answers at once over a BroadcastChannel. Should a frozen tab lose its lease and wake up, its writes are fenced off by
 * the holder's name, checked in the transaction that writes.
 */
export function rowLeases(
  db: Database,
  space: string,
  timing: Timing = { beat: BEAT_MS, stale: STALE_MS, answer: ANSWER_MS },
): Leases {
  const me = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(36),
  ).join('-')
  const held = new Set<string>()
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`${space}/leases`)
  const answers = new Set<(attempt: string) => void>()
  channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = messageOf(event.data)
    if (message === null) return
    if ('ask' in message) {
      if (held.has(message.ask)) post({ held: message.ask, to: message.from })
    } else if (message.to === me) {
      for (const listener of [...answers]) listener(message.held)
    }
  })
  const post = (message: Message) => channel?.postMessage(message)
  let timer: ReturnType<typeof setInterval> | undefined
  let over = false

  const beat = () => {
    void typed(() =>
      db.transaction('rw', db.leases, async () => {
        for (const attempt of held) {
          const row = await db.leases.get(attempt)
          if (row?.holder === me) await db.leases.put({ attempt, holder: me, beat: Date.now() })
        }
      }),
    ).catch(() => {
      // The next write meets the same fault and tells of it.
    })
  }

  /** Takes the row if it is free, ours or stale. Else the ms until it is stale; 0 means taken. */
  const tryRow = (attempt: string, evenIfStale: boolean) =>
    typed(() =>
      db.transaction('rw', db.leases, async () => {
        const now = Date.now()
        const row = await db.leases.get(attempt)
        if (row !== undefined && row.holder !== me) {
          // A beat from the future is a clock set back: as good as none.
          const left = Math.max(
            row.beat > now + timing.stale ? 1 : row.beat + timing.stale - now,
            1,
          )
          if (left > 1 || !evenIfStale) return left
        }
        await db.leases.put({ attempt, holder: me, beat: now })
        return 0
      }),
    )

  /** Does a living tab say that it holds the attempt? A tab whose timers sleep still answers. */
  const alive = (attempt: string) =>
    new Promise<boolean>((resolve) => {
      const listener = (which: string) => which === attempt && end(true)
      const end = (answer: boolean) => {
        answers.delete(listener)
        resolve(answer)
      }
      answers.add(listener)
      post({ ask: attempt, from: me })
      setTimeout(end, timing.answer, false)
    })

  const release = (attempt: string) => {
    if (!held.delete(attempt)) return
    void typed(() =>
      db.transaction('rw', db.leases, async () => {
        const row = await db.leases.get(attempt)
        if (row?.holder === me) await db.leases.delete(attempt)
      }),
    ).catch(() => {
      // It goes stale by itself.
    })
  }

  return {
    async take(attempt) {
      if (held.has(attempt)) return true
      let left = await tryRow(attempt, false)
      if (left > 0) {
        if (await alive(attempt)) return false
        // Nobody answers: killed, or too busy to. Its row settles that once it is stale.
        await new Promise((resolve) => setTimeout(resolve, left + 50))
        left = await tryRow(attempt, true)
      }
      if (left > 0 || over) return false
      held.add(attempt)
      timer ??= setInterval(beat, timing.beat)
      return true
    },
    release,
    fence: () => me,
    dispose() {
      over = true
      clearInterval(timer)
      channel?.close()
      for (const attempt of [...held]) release(attempt)
    },
  }
}

function messageOf(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null
  if ('ask' in data && 'from' in data) {
    const { ask, from } = data
    return typeof ask === 'string' && typeof from === 'string' ? { ask, from } : null
  }
  if ('held' in data && 'to' in data) {
    const { held, to } = data
    return typeof held === 'string' && typeof to === 'string' ? { held, to } : null
  }
  return null
}
