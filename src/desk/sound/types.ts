/** One line that the caller says, with what its sound needs. */
export interface VoiceLine {
  /** The line's stable id: seeds its sound, so that a replay sounds the same. */
  id: string
  /** What is said, stage directions in brackets included; those are not spoken. */
  text: string
  lang: 'zh' | 'en'
  /** How long the simulation gives the line, in milliseconds. */
  ms: number
  /** URL of a recording, if the line has one. */
  clip?: string
  gender: 'female' | 'male'
  age: 'child' | 'adult' | 'elder'
  /** Speed of talking, 1 = usual. */
  rate: number
  /** 0 calm … 100 wild. */
  mood: number
}

/**
 * What was really heard, for the journal's observed entries.
 * `what` is `line:<id>`, `ring`, `ringback`, `busy`, `connect`, `drop`, `message`, `ambience:<id>` or `audio` (the
 * whole output). `detail` by kind:
 * - onset: the way it is heard, `clip`, `system`, `murmur` or `file`
 * - fallback: the next way and the reason, `system:load`, `murmur:no-voice`, `none:unknown`
 * - blocked: the reason, `no-audio`, `suspended`, `load`
 * - ended: absent if it ended by itself, else `stopped`, `timeout` (the end never came) or `silent`
 * Every spoken line gets exactly one `ended`, heard or not.
 */
export interface SoundReport {
  kind: 'onset' | 'blocked' | 'fallback' | 'ended'
  /** Milliseconds on the scale of DOM events' `timeStamp`. */
  at: number
  what: string
  detail?: string
}

/** What the sound check found. */
export interface SoundCheckResult {
  ok: boolean
  /** From the call to the ear as far as the browser knows it, or null. */
  latencyMs: number | null
  /** Name of the output device, where the browser tells it without asking for the microphone. */
  outputName: string | null
  /** System voices on this machine (never network voices), by language. */
  voices: { zh: number; en: number }
}

/** What carries the caller's voice: a telephone line, or a video call over the network of data. */
export type Carrier = 'line' | 'video'

/** What happens on the line; `message`: a text has come. */
export type LineEvent = 'connect' | 'drop' | 'busy' | 'ringback' | 'message' | 'off'

/** The sound of the desk. No method throws; what can't be heard is reported. */
export interface Sound {
  /** Starts the audio; call it from a click or key press. `blocked` if the browser refuses. */
  unlock(): Promise<'ready' | 'blocked'>
  /** Looks at output, latency and voices; plays nothing. */
  check(): Promise<SoundCheckResult>
  ring(on: boolean): void
  /** Says a line; a line still being said is stopped. */
  speak(line: VoiceLine): void
  stopSpeaking(): void
  /** Background at the caller's end, or null for none; an unknown id is none. */
  ambience(id: string | null): void
  line(event: LineEvent): void
  /** Live level of the caller, 0…1, for the trace. */
  level(): number
  mute(on: boolean): void
  /** 0…1. */
  volume(v: number): void
  /** Subscribes to reports; returns the unsubscriber. */
  onReport(cb: (r: SoundReport) => void): () => void
  /** Stops everything and lets go of the nodes; the object is silent from then on. */
  dispose(): void
}
