import type { Language } from '../../core/scenario/primitives.ts'
import type { Happening } from '../../core/sim/journal.ts'
import type { Sound, SoundReport, VoiceLine } from '../sound/types.ts'
import type { AttemptRunner } from './attemptRunner.ts'
import { lastWordAt } from './lastWord.ts'

export interface GlueParts {
  readonly runner: AttemptRunner
  readonly sound: Sound
  /** The language of the interface: the voice speaks what the captions show. */
  readonly language: () => Language
  /** The address of a line's recording, if it has one. */
  readonly clip: (line: string, lang: Language) => string | undefined
  /** Wall time on the scale of DOM events' `timeStamp`. */
  readonly wall: () => number
}

/** A line that began longer ago than this is not started any more: after a kill or a pause its rest is read. ms */
const TOO_LATE_MS = 1500

/** Lets the sound follow the journal, and the journal hear of the sound. Returns the way to end it. */
export function connectSound(parts: GlueParts): () => void {
  const { runner, sound } = parts
  const { session } = runner
  const { caller } = session.rolled.scenario
  const background = caller.ambient ?? null
  let seen = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let closing: ReturnType<typeof setTimeout> | undefined
  let pausedBefore = false
  let held = false

  const speakAt = (line: string, from: number, ms: number) => {
    clearTimeout(timer)
    const at = runner.wallOf(from)
    if (at === null || held) return
    const wait = at - parts.wall()
    if (wait < -TOO_LATE_MS) return
    timer = setTimeout(() => sound.speak(voiceLine(line, ms)), Math.max(0, wait))
  }
  const voiceLine = (id: string, ms: number): VoiceLine => {
    const lang = parts.language()
    const clip = parts.clip(id, lang)
    const arousal = session.call.mind.moods[1]
    return {
      id,
      text: session.script.texts.get(id)?.[lang] ?? '',
      lang,
      ms,
      ...(clip === undefined ? {} : { clip }),
      gender: caller.voice.gender,
      age: caller.voice.age,
      rate: caller.voice.rate,
      mood: arousal,
    }
  }
  const quiet = () => {
    clearTimeout(timer)
    sound.stopSpeaking()
  }
  /** The line closes once the last word is said; at once if it was cut. */
  const hangUpAfter = (end: number) => {
    const at = runner.wallOf(end)
    closing = setTimeout(
      () => {
        quiet()
        sound.line('drop')
      },
      at === null ? 0 : Math.max(0, at - parts.wall()),
    )
  }
  const follow = (happening: Happening) => {
    switch (happening.what) {
      case 'ringing':
        return sound.ring(true)
      case 'connected':
        sound.ring(false)
        sound.line('connect')
        return sound.ambience(background)
      case 'gave-up':
        sound.ring(false)
        return sound.line('drop')
      case 'held':
        held = true
        quiet()
        return sound.ambience(null)
      case 'resumed':
        held = false
        return sound.ambience(background)
      case 'dropped':
        held = false
        quiet()
        return sound.line('drop')
      case 'calling-back':
        return sound.line('ringback')
      case 'no-answer':
        return sound.line('busy')
      case 'restored':
        sound.line('connect')
        return sound.ambience(background)
      case 'said':
        return quiet()
      case 'caller':
        return speakAt(happening.line, happening.from, happening.ms)
      case 'ended':
        sound.ring(false)
        return hangUpAfter(lastWordAt(session.journal))
      case 'finished':
        quiet()
        return sound.line('off')
      default:
        return
    }
  }
  /** What sounds now, without what has passed: after a kill, and after a pause. */
  const restore = () => {
    const { line } = session.view()
    held = line.state === 'held'
    sound.ring(line.state === 'ringing')
    if (line.state === 'up') sound.ambience(background)
    if (line.state === 'calling-back') sound.line('ringback')
    const last = session.view().talk.at(-1)
    const from = last?.who === 'caller' && last.cutAt === null ? last.from : null
    if (line.state === 'up' && last && from !== null) speakAt(last.id, from, last.ms)
  }
  const onSession = () => {
    const { journal } = session
    while (seen < journal.length) {
      const entry = journal[seen]
      // before following: what the sound reports at once comes back here as an observed entry
      seen += 1
      if (entry?.origin === 'script') follow(entry.happening)
    }
  }
  const onBeat = () => {
    if (runner.paused === pausedBefore) return
    pausedBefore = runner.paused
    if (!pausedBefore) return restore()
    quiet()
    sound.ring(false)
    sound.line('off')
    sound.ambience(null)
  }
  const stopReports = sound.onReport((report) => note(parts, report))
  const fresh = session.now === 0
  if (!fresh) seen = session.journal.length
  if (fresh) onSession()
  else restore()
  const stopSession = session.subscribe(onSession)
  const stopBeat = runner.onBeat(onBeat)
  return () => {
    stopSession()
    stopBeat()
    stopReports()
    clearTimeout(timer)
    clearTimeout(closing)
    sound.ring(false)
    sound.line('off')
  }
}

/** What was really heard goes into the journal. */
function note({ runner }: GlueParts, report: SoundReport): void {
  const line = report.what.startsWith('line:') ? report.what.slice(5) : report.what
  if (report.kind === 'blocked') {
    runner.observe({ saw: 'audio-blocked', line }, report.at)
  } else if (report.kind === 'fallback') {
    runner.observe({ saw: 'audio-fallback', line, to: report.detail ?? 'unknown' }, report.at)
  } else if (report.kind === 'onset' && report.what.startsWith('line:')) {
    const said = runner.session.view().talk.findLast((spoken) => spoken.id === line)
    const due = said === undefined ? null : runner.wallOf(said.from)
    if (due === null) return
    const late = Math.round(report.at - due)
    runner.observe({ saw: 'audio-onset', line, late }, report.at)
  }
}
