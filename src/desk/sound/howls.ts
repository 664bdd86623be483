import { Howl, Howler } from 'howler'

/**
 * Opens the audio output, once; null where the browser has none. Howler's own unlocking is off: it can
 * replace the context behind our back, and says nothing when the browser refuses. So is its suspending
 * after 30 s, which doesn't count the murmur: an attempt goes on in a hidden tab, and so does its sound.
 */
export function openOutput(): AudioContext | null {
  if (typeof AudioContext === 'undefined') return null
  Howler.autoUnlock = false
  Howler.autoSuspend = false
  // Asking for the volume is what makes Howler create its context.
  Howler.volume()
  return Howler.usingWebAudio ? Howler.ctx : null
}

/** A file's address: `assets/` is served at the site's root. */
export function soundUrl(name: string): string {
  return `${import.meta.env.BASE_URL}sounds/${name}.wav`
}

/**
 * Leads a Howl through `into` instead of straight to the output. Howler has no public way for that: its
 * sounds keep their gain node in a field of their own. Where that isn't found the sound stays on the
 * straight way, audible without the phone's band.
 */
export function leadInto(howl: Howl, into: AudioNode): void {
  const sounds: unknown = Reflect.get(howl, '_sounds')
  if (!Array.isArray(sounds)) return
  for (const sound of sounds) {
    if (typeof sound !== 'object' || sound === null) continue
    const node: unknown = Reflect.get(sound, '_node')
    if (!(node instanceof AudioNode)) continue
    node.disconnect()
    node.connect(into)
  }
}

/** When the sound `id` of a Howl began, on the audio clock, in seconds. */
export function startedAt(howl: Howl, id: number, ctx: AudioContext, offsetS = 0): number {
  const position = howl.seek(id)
  return ctx.currentTime - Math.max(0, position - offsetS)
}

/** Howler wants an ending to judge by; an address without one (a blob) is sniffed by the browser anyway. */
export function makeClip(url: string): Howl {
  const ending = /\.(wav|mp3|ogg|oga|opus|webm|weba|m4a|mp4|flac|aac)(?:$|[?#])/i.exec(url)?.[1]
  return new Howl({ src: [url], format: [ending?.toLowerCase() ?? 'wav'], pool: 1 })
}
