import type { Sound } from '../sound/types.ts'

/** Browsers let a page sound only after a click or key press: each one tries, until it worked. Returns the way to stop. */
export function unlockOnGesture(sound: Pick<Sound, 'unlock'>): () => void {
  const stop = () => {
    removeEventListener('pointerdown', attempt, true)
    removeEventListener('keydown', attempt, true)
  }
  const attempt = () => {
    void sound.unlock().then((state) => state === 'ready' && stop())
  }
  addEventListener('pointerdown', attempt, true)
  addEventListener('keydown', attempt, true)
  attempt()
  return stop
}
