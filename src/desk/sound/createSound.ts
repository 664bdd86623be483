import { Howler } from 'howler'
import { Caller } from './caller.ts'
import { clipPlayer } from './clip.ts'
import { latencyMs } from './heard.ts'
import { openOutput } from './howls.ts'
import { murmurPlayer } from './murmur.ts'
import { Reports } from './reports.ts'
import { browserSpeech, type Speech } from './speech.ts'
import { systemPlayer } from './systemVoice.ts'
import { Tracks } from './tracks.ts'
import type { Carrier, LineEvent, Sound, SoundCheckResult } from './types.ts'
import { countVoices } from './voices.ts'

/** How long the browser may take to start the audio after a click, in ms. */
const UNLOCK_LIMIT_MS = 1000
/** How long system voices may take to be listed, in ms. */
const VOICES_LIMIT_MS = 1000

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** The list of voices comes late in some browsers. */
async function countWhenListed(speech: Speech | null): Promise<{ zh: number; en: number }> {
  if (speech === null) return { zh: 0, en: 0 }
  if (speech.voices().length === 0) {
    let forget = () => {}
    const listed = new Promise<void>((done) => {
      forget = speech.onVoices(done)
    })
    await Promise.race([listed, wait(VOICES_LIMIT_MS)])
    forget()
  }
  return countVoices(speech.voices())
}

/** The output device's name; browsers tell it only to pages that may use the microphone. */
async function outputName(): Promise<string | null> {
  try {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? []
    const outputs = devices.filter((d) => d.kind === 'audiooutput' && d.label !== '')
    return (outputs.find((d) => d.deviceId === 'default') ?? outputs[0])?.label ?? null
  } catch {
    return null
  }
}

/**
 * The sound of the desk. Nothing is opened until the first call that needs it; `speech` can be given for
 * tests. Without audio in the browser everything still answers, lines pass in silence and are reported.
 */
export function createSound(
  speech: Speech | null = browserSpeech(),
  carrier: Carrier = 'line',
): Sound {
  const reports = new Reports()
  let tracks: Tracks | null = null
  let gone = false
  let muted = false
  let loudness = 1

  const open = (): Tracks | null => {
    if (gone) return null
    if (tracks !== null) return tracks
    const ctx = openOutput()
    if (ctx === null) return null
    Howler.volume(loudness)
    Howler.mute(muted)
    tracks = new Tracks(ctx, Howler.masterGain, reports.send, carrier)
    return tracks
  }
  /** For asks that make a sound: without an output they are reported, never just silent. */
  const need = (what: string): Tracks | null => {
    const opened = open()
    if (opened === null && !gone) {
      reports.send({ kind: 'blocked', at: performance.now(), what, detail: 'no-audio' })
    }
    return opened
  }
  const band = () => open()?.band ?? null
  const caller = new Caller(
    [
      ['clip', clipPlayer(band)],
      ...(speech === null
        ? []
        : [['system', systemPlayer(speech, () => (muted ? 0 : loudness))] as const]),
      ['murmur', murmurPlayer(band)],
    ],
    reports.send,
  )

  return {
    async unlock() {
      const ctx = open()?.ctx
      if (ctx === undefined) return 'blocked'
      // Outside a click some browsers leave this promise open for ever.
      if (ctx.state !== 'running') {
        await Promise.race([ctx.resume().catch(() => undefined), wait(UNLOCK_LIMIT_MS)])
      }
      if (ctx.state !== 'running') {
        reports.send({ kind: 'blocked', at: performance.now(), what: 'audio', detail: ctx.state })
        return 'blocked'
      }
      tracks?.retry()
      return 'ready'
    },
    async check(): Promise<SoundCheckResult> {
      const ctx = open()?.ctx
      const [voices, name] = await Promise.all([countWhenListed(speech), outputName()])
      return {
        ok: ctx?.state === 'running',
        latencyMs: ctx === undefined ? null : latencyMs(ctx),
        outputName: name,
        voices,
      }
    },
    ring(on) {
      if (on) need('ring')?.start('ring')
      else tracks?.stop('ring')
    },
    speak(line) {
      if (gone) return
      caller.speak(line)
    },
    stopSpeaking() {
      caller.stop()
    },
    ambience(id) {
      if (id === null) tracks?.ambience(null)
      else need(`ambience:${id}`)?.ambience(id)
    },
    line(event: LineEvent) {
      if (event === 'drop' || event === 'off') {
        caller.stop()
        tracks?.ambience(null)
      }
      if (event === 'off') tracks?.line('off')
      else need(event)?.line(event)
    },
    level: () => caller.level(),
    mute(on) {
      muted = on
      // The system's voice can't be turned down while it speaks: it stops, and the murmur takes over.
      if (on) speech?.cancel()
      if (tracks !== null) Howler.mute(on)
    },
    volume(v) {
      loudness = Math.min(1, Math.max(0, Number.isFinite(v) ? v : 1))
      if (tracks !== null) Howler.volume(loudness)
    },
    onReport: (cb) => reports.on(cb),
    dispose() {
      caller.stop()
      gone = true
      tracks?.close()
      tracks = null
      reports.clear()
    },
  }
}
