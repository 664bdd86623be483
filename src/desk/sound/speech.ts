import type { VoiceInfo } from './voices.ts'

/** One piece for the system's voice. */
export interface SpeechPiece {
  text: string
  voice: VoiceInfo
  rate: number
  pitch: number
  volume: number
}

/** What the system's voice tells of a piece; `at` is the event's time stamp. */
export interface SpeechEvents {
  start(at: number): void
  end(at: number): void
  error(reason: string, at: number): void
}

/** The system's voice, as much of it as we use; a port, so that tests can have one that misbehaves. */
export interface Speech {
  voices(): readonly VoiceInfo[]
  /** Calls back when the list of voices changes; returns the unsubscriber. */
  onVoices(cb: () => void): () => void
  say(piece: SpeechPiece, on: SpeechEvents): void
  cancel(): void
}

/** The browser's speech synthesis, or null where there is none. */
export function browserSpeech(): Speech | null {
  if (typeof speechSynthesis === 'undefined' || typeof SpeechSynthesisUtterance === 'undefined')
    return null
  const synth = speechSynthesis
  // Chrome forgets utterances that nobody holds, and their `end` with them.
  let held: SpeechSynthesisUtterance | null = null
  return {
    voices: () => synth.getVoices(),
    onVoices(cb) {
      synth.addEventListener('voiceschanged', cb)
      return () => synth.removeEventListener('voiceschanged', cb)
    },
    say(piece, on) {
      const utterance = new SpeechSynthesisUtterance(piece.text)
      utterance.voice = synth.getVoices().find((v) => v.voiceURI === piece.voice.voiceURI) ?? null
      utterance.lang = piece.voice.lang.replace('_', '-')
      utterance.rate = piece.rate
      utterance.pitch = piece.pitch
      utterance.volume = piece.volume
      utterance.addEventListener('start', (e) => on.start(e.timeStamp))
      utterance.addEventListener('end', (e) => on.end(e.timeStamp))
      utterance.addEventListener('error', (e) => on.error(e.error, e.timeStamp))
      held = utterance
      if (synth.paused) synth.resume()
      synth.speak(held)
    },
    cancel() {
      held = null
      if (synth.speaking || synth.pending) synth.cancel()
    },
  }
}
