import { Envelope } from './envelope.ts'
import type { Player, PlayHandlers } from './player.ts'
import { splitSentences } from './sentences.ts'
import type { Speech } from './speech.ts'
import type { VoiceLine } from './types.ts'
import { chooseVoice, naturalMs, speechPitch, speechRate, type VoiceInfo } from './voices.ts'

/** A voice that hasn't begun after this many ms won't. */
export const START_LIMIT_MS = 1200

/** Some voices never fire `end`: a piece may last this factor of its usual time, and this much more. */
const END_FACTOR = 1.8
const END_EXTRA_MS = 2500

/**
 * Speaks with the system's voice, piece by piece, under a watchdog. What it says can't be led through the
 * phone's band nor measured (browsers give no stream of it): it sounds clear, and its level is a stand-in.
 */
class SystemCall {
  private timer: ReturnType<typeof setTimeout> | undefined
  private live = true
  private index = 0
  private begun = false
  private pieceAt: number | null = null
  private readonly pieces: readonly string[]
  private readonly spans: readonly number[]
  private readonly envelope: Envelope
  private readonly rate: number

  constructor(
    private readonly speech: Speech,
    private readonly line: VoiceLine,
    private readonly volume: () => number,
    private readonly on: PlayHandlers,
  ) {
    this.pieces = splitSentences(line.text, line.lang)
    this.rate = speechRate(this.pieces, line)
    this.spans = this.pieces.map((piece) => naturalMs(piece, line.lang) / this.rate)
    this.envelope = new Envelope({ ...line, ms: this.before(this.pieces.length) })
  }

  /** Begins, or fails at once if there is nothing to say or no voice to say it. */
  begin(): void {
    const voice = chooseVoice(this.speech.voices(), this.line)
    if (voice === null) this.fail('no-voice')
    else if (this.pieces.length === 0) this.fail('no-words')
    else {
      this.speech.cancel()
      this.say(voice)
    }
  }

  stop(): void {
    if (!this.live) return
    this.live = false
    clearTimeout(this.timer)
    this.speech.cancel()
  }

  level(): number {
    if (this.pieceAt === null || !this.live) return 0
    return this.envelope.at(this.before(this.index) + performance.now() - this.pieceAt)
  }

  /** Expected ms of the first `count` pieces. */
  private before(count: number): number {
    return this.spans.slice(0, count).reduce((sum, ms) => sum + ms, 0)
  }

  private say(voice: VoiceInfo): void {
    const index = this.index
    // A late event of a piece that we gave up must not move this one.
    const mine = () => this.live && this.index === index
    this.pieceAt = null
    this.arm(START_LIMIT_MS, () => this.fail('no-start'))
    const piece = {
      text: this.pieces[index] ?? '',
      voice,
      rate: this.rate,
      pitch: speechPitch(this.line, voice),
      volume: this.volume(),
    }
    this.speech.say(piece, {
      start: (at) => {
        if (!mine()) return
        this.pieceAt = at
        if (!this.begun) this.on.onset(at)
        this.begun = true
        const limit = (this.spans[index] ?? 0) * END_FACTOR + END_EXTRA_MS
        this.arm(limit, () => {
          this.speech.cancel()
          this.next(voice, performance.now(), 'timeout')
        })
      },
      end: (at) => {
        if (!mine()) return
        // An end without a start: the engine took the words and said nothing.
        if (this.pieceAt === null) this.fail('no-start')
        else this.next(voice, at)
      },
      error: (reason) => {
        if (mine()) this.fail(reason)
      },
    })
  }

  private next(voice: VoiceInfo, at: number, detail?: string): void {
    clearTimeout(this.timer)
    this.index += 1
    if (this.index < this.pieces.length) this.say(voice)
    else {
      this.live = false
      this.on.ended(at, detail)
    }
  }

  private fail(reason: string): void {
    const total = this.before(this.pieces.length)
    this.stop()
    this.on.failed(reason, total > 0 ? this.before(this.index) / total : 0)
  }

  private arm(ms: number, late: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(late, ms)
  }
}

/** The way of speaking by the system's voice; `volume` gives 0…1 as each piece begins. */
export function systemPlayer(speech: Speech, volume: () => number): Player {
  return (line, _from, on) => {
    const call = new SystemCall(speech, line, volume, on)
    call.begin()
    return call
  }
}
