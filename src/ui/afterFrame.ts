/** A page that is not shown draws no frames, ms. */
const NO_FRAME_MS = 100

/** Once the next frame is drawn. */
export function afterFrame(then: () => void): void {
  if (typeof requestAnimationFrame === 'undefined') {
    setTimeout(then, 0)
    return
  }
  const timer = setTimeout(then, NO_FRAME_MS)
  requestAnimationFrame(() => {
    clearTimeout(timer)
    setTimeout(then, 0)
  })
}
