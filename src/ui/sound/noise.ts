import { seeded } from './seed.ts'

/** White noise in −1…1, repeatable by name. */
export function noise(length: number, name: string): Float32Array<ArrayBuffer> {
  const random = seeded(name)
  return Float32Array.from({ length }, () => random() * 2 - 1)
}
