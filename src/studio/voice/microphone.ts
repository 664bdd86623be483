import workletUrl from './captureWorklet.ts?worker&url'
import { type Pcm, peakOf } from './pcm.ts'

/** Why there is no microphone; each is told with what to do about it. */
export type Trouble =
  /** The page didn't come over https or from this computer: the browser has no microphone for it. */
  | 'insecure'
  | 'refused'
  | 'missing'
  /** Another program holds it, or the system does. */
  | 'busy'
  | 'unplugged'
  | 'unknown'

export class MicrophoneError extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(`microphone: ${trouble}`)
    this.trouble = trouble
  }
}

/** A microphone that is open. */
export interface Microphone {
  /** Hz. */
  readonly rate: number
  /** Peak of the last moment, 0…1. */
  level(): number
  /** From here on what comes is kept; what came before is forgotten. */
  keep(): void
  /** Closes it and gives what was kept. */
  finish(): Promise<Pcm>
  /** Closes it and forgets. */
  cancel(): void
  /** Called if it goes away by itself: pulled out, or taken by the system. */
  onGone(listener: () => void): void
}

/** How long the last samples may take to arrive, ms. */
const LAST_MS = 500

/** Opens a microphone: that device, or the system's own choice. Rejects with a MicrophoneError. */
export async function openMicrophone(device: string | null): Promise<Microphone> {
  const stream = await streamOf(device)
  const ctx = new AudioContext()
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop()
    void ctx.close()
  }
  try {
    await ctx.audioWorklet.addModule(workletUrl)
    await ctx.resume()
    const source = new MediaStreamAudioSourceNode(ctx, { mediaStream: stream })
    const node = new AudioWorkletNode(ctx, 'capture', { numberOfInputs: 1, numberOfOutputs: 0 })
    source.connect(node)
    return listening(ctx.sampleRate, stream, node.port, close)
  } catch {
    close()
    throw new MicrophoneError('unknown')
  }
}

/** Noise is taken away by the browser; loudness is evened here, and with nothing playing there is no echo. */
async function streamOf(device: string | null): Promise<MediaStream> {
  // only in secure contexts, whatever the types say
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (!window.isSecureContext || devices === undefined) throw new MicrophoneError('insecure')
  try {
    return await devices.getUserMedia({
      audio: {
        ...(device === null ? {} : { deviceId: { exact: device } }),
        channelCount: 1,
        noiseSuppression: true,
        autoGainControl: false,
        echoCancellation: false,
      },
    })
  } catch (error) {
    throw new MicrophoneError(troubleOf(error))
  }
}

/** What getUserMedia's failures mean. */
export function troubleOf(error: unknown): Trouble {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
      return 'missing'
    case 'OverconstrainedError':
      return 'unplugged'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'unknown'
  }
}

function listening(
  rate: number,
  stream: MediaStream,
  port: MessagePort,
  close: () => void,
): Microphone {
  let kept: Pcm[] | null = null
  let level = 0
  let isClosed = false
  let onLast = (): void => {}
  port.onmessage = ({ data }: MessageEvent<Pcm | null>) => {
    if (data === null) return onLast()
    level = peakOf(data)
    kept?.push(data)
  }
  const shut = (): void => {
    if (isClosed) return
    isClosed = true
    close()
  }
  return {
    rate,
    level: () => level,
    keep: () => {
      kept = []
    },
    finish: async () => {
      await new Promise<void>((done) => {
        onLast = done
        setTimeout(done, LAST_MS)
        port.postMessage('finish')
      })
      shut()
      return joined(kept ?? [])
    },
    cancel: () => {
      kept = null
      shut()
    },
    onGone: (listener) => {
      for (const track of stream.getTracks())
        track.addEventListener('ended', () => !isClosed && listener())
    },
  }
}

function joined(parts: readonly Pcm[]): Pcm {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

export interface Device {
  readonly id: string
  /** Empty until the page may use a microphone. */
  readonly name: string
}

/** The microphones of this computer, as far as the browser tells. Never rejects. */
export async function listMicrophones(): Promise<readonly Device[]> {
  try {
    const devices: MediaDevices | undefined = navigator.mediaDevices
    const all = (await devices?.enumerateDevices()) ?? []
    return all
      .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
  } catch {
    return []
  }
}
