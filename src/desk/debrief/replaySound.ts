import type { Language } from '../../core/scenario/primitives.ts'
import { isWritten } from '../../ui/channel.ts'
import type { Sound } from '../sound/types.ts'
import type { Ground } from './ground.ts'
import type { Player } from './player.ts'
import { lineAt, type SoundCue, soundCues } from './soundCues.ts'

export interface ReplaySoundParts {
  readonly player: Player
  readonly ground: Pick<Ground, 'journal' | 'script' | 'rolled'>
  readonly sound: Sound
  readonly language: () => Language
  readonly clip: (line: string, lang: Language) => string | undefined
}

/** Lets the sound follow the player while it plays. Returns the way to end it. */
export function followPlayer(parts: ReplaySoundParts): () => void {
  const { player, ground, sound } = parts
  const cues = soundCues(ground)
  // texts have no voice and no line: one hears that they come
  const isText = isWritten(ground.rolled.scenario.channel)
  const background = isText ? null : (ground.rolled.scenario.caller.ambient ?? null)
  let { playing, time } = { playing: false, time: player.state.time }

  const line = (what: SoundCue['do'] | null, fresh: boolean) => {
    if (isText) {
      if (fresh && what === 'ring') sound.line('message')
      return
    }
    sound.ring(what === 'ring')
    sound.ambience(what === 'up' ? background : null)
    if (!fresh) return
    if (what === 'up') sound.line('connect')
    else if (what === 'drop' || what === 'busy' || what === 'ringback') sound.line(what)
  }
  const speak = (cue: Extract<SoundCue, { do: 'speak' }>) => {
    if (isText) return sound.line('message')
    const { voice } = ground.rolled.scenario.caller
    const lang = parts.language()
    const clip = parts.clip(cue.line, lang)
    const { rate } = player.state
    sound.speak({
      id: cue.line,
      text: ground.script.texts.get(cue.line)?.[lang] ?? '',
      lang,
      ms: Math.round(cue.ms / rate),
      // a recording has its own pace; only a made voice can hurry
      ...(clip === undefined || rate !== 1 ? {} : { clip }),
      gender: voice.gender,
      age: voice.age,
      rate: voice.rate * rate,
      mood: cue.mood,
    })
  }
  const quiet = () => {
    sound.stopSpeaking()
    sound.ring(false)
    sound.ambience(null)
    sound.line('off')
  }
  const onChange = () => {
    const before = { playing, time }
    const { state } = player
    playing = state.playing
    time = state.time
    if (!playing) {
      if (before.playing) quiet()
      return
    }
    const jumped = !before.playing || time < before.time || time - before.time > JUMP_MS
    if (jumped) {
      sound.stopSpeaking()
      line(lineAt(cues, time), false)
    }
    const from = jumped ? time - 1 : before.time
    for (const cue of cues) {
      if (cue.at <= from || cue.at > time) continue
      if (cue.do === 'speak') speak(cue)
      else if (cue.do === 'hush') sound.stopSpeaking()
      else line(cue.do, true)
    }
  }
  const stop = player.subscribe(onChange)
  onChange()
  return () => {
    stop()
    quiet()
  }
}

/** More than this between two pictures is a jump, ms: twice the longest frame at double speed. */
const JUMP_MS = 1_000
