/** Ticks for a hidden tab: posts an empty message every so many ms, as told by the first message. */
let timer: ReturnType<typeof setInterval> | undefined

self.onmessage = ({ data }: MessageEvent<number>) => {
  clearInterval(timer)
  timer = setInterval(() => self.postMessage(null), data)
}
