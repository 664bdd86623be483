/** Work that pauses now and then, so that whoever drives it can look after other things, or leave it unfinished. */
export type Work<T> = Generator<void, T, void>

/** Does it all at once. */
export function whole<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
