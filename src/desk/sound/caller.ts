import { Envelope } from './envelope.ts'
import type { Player, Playing } from './player.ts'
import type { SoundReport, VoiceLine } from './types.ts'

/** The ways of speaking, best first, by the name that the reports use. */
export type Ways = readonly (readonly [name: string, player: Player])[]

/**
 * The caller's voice: the first way that works speaks the line; one that fails hands the rest of it to the
 * next. A line that no way can sound passes in silence for its time, so that it still ends.
 */
export class Caller {
  private current: { line: VoiceLine; playing: Playing } | null = null

  constructor(
    private readonly ways: Ways,
    private readonly report: (r: SoundReport) => void,
  ) {}

  speak(line: VoiceLine): void {
    this.stop()
    const silentUntilStarted: Playing = { stop() {}, level: () => 0 }
    this.current = { line, playing: silentUntilStarted }
    const ways = this.ways.filter(([name]) => name !== 'clip' || line.clip !== undefined)
    this.attempt(line, ways, 0)
  }

  /** Cuts the line short; its end is reported as stopped. */
  stop(): void {
    const was = this.current
    if (was === null) return
    this.current = null
    was.playing.stop()
    this.tell(was.line, 'ended', performance.now(), 'stopped')
  }

  level(): number {
    return this.current?.playing.level() ?? 0
  }

  private attempt(line: VoiceLine, ways: Ways, from: number, why = 'no-audio'): void {
    const [way, ...rest] = ways
    if (way === undefined) {
      this.tell(line, 'blocked', performance.now(), why)
      this.hold(line, this.pass(line, from))
      return
    }
    const [name, player] = way
    const mine = () => this.current?.line === line
    let over = false
    const playing = player(line, from, {
      onset: (at) => {
        if (mine()) this.tell(line, 'onset', at, name)
      },
      ended: (at, detail) => {
        over = true
        if (!mine()) return
        this.current = null
        this.tell(line, 'ended', at, detail)
      },
      failed: (reason, done) => {
        over = true
        if (!mine()) return
        const next = rest[0]?.[0]
        if (next !== undefined) this.tell(line, 'fallback', performance.now(), `${next}:${reason}`)
        this.attempt(line, rest, done, reason)
      },
    })
    // A player may fail before it returns; then the next one already holds the line.
    if (!over) this.hold(line, playing)
  }

  private hold(line: VoiceLine, playing: Playing): void {
    if (this.current?.line === line) this.current.playing = playing
  }

  /** Time passes as if the line were said; the trace moves, so that the caller is seen to speak. */
  private pass(line: VoiceLine, from: number): Playing {
    const envelope = new Envelope(line)
    const since = performance.now() - from * line.ms
    const timer = setTimeout(
      () => {
        this.current = null
        this.tell(line, 'ended', performance.now(), 'silent')
      },
      (1 - from) * line.ms,
    )
    return {
      stop: () => clearTimeout(timer),
      level: () => envelope.at(performance.now() - since),
    }
  }

  private tell(line: VoiceLine, kind: SoundReport['kind'], at: number, detail?: string): void {
    this.report({ kind, at, what: `line:${line.id}`, ...(detail === undefined ? {} : { detail }) })
  }
}
