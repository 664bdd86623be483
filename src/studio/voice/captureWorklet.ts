/** Runs on the audio thread: hands the microphone's samples to the page, a batch at a time. */

declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

/** Samples a message: some 40 ms, often enough for the level meter. */
const BATCH = 2_048

class Capture extends AudioWorkletProcessor {
  #batch = new Float32Array(BATCH)
  #length = 0
  #isOver = false

  constructor() {
    super()
    // any message: hand over the rest and end
    this.port.onmessage = () => {
      this.#isOver = true
      this.#hand()
      this.port.postMessage(null)
    }
  }

  /** Called with 128 frames of each channel of the one input; false ends it. */
  process([channels = []]: readonly (readonly Float32Array[])[]): boolean {
    if (this.#isOver) return false
    const frames = channels[0]?.length ?? 0
    for (let i = 0; i < frames; i += 1) {
      let sum = 0
      for (const channel of channels) sum += channel[i] ?? 0
      this.#batch[this.#length] = sum / channels.length
      this.#length += 1
      if (this.#length === BATCH) this.#hand()
    }
    return true
  }

  #hand(): void {
    this.port.postMessage(this.#batch.slice(0, this.#length))
    this.#length = 0
  }
}

registerProcessor('capture', Capture)
