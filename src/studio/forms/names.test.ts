import { describe, expect, it } from 'vitest'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { shapesAt } from '../../core/scenario/edit/shape.ts'
import { NAMES, nameOf } from './names.ts'

/** Every field that the format has, by its path; the author's own names are `*`. */
function fields(path: Path = [], depth = 0): Path[] {
  if (depth > 10) return []
  return shapesAt(path).flatMap((shape) => {
    if (shape.kind === 'object')
      return shape.keys.flatMap((key) => [[...path, key], ...fields([...path, key], depth + 1)])
    if (shape.kind === 'list') return fields([...path, 0], depth + 1)
    return shape.kind === 'record' ? fields([...path, '*'], depth + 1) : []
  })
}

describe('the names of fields', () => {
  it('stand in both languages for every field of the format', () => {
    const all = fields()
    expect(all.length).toBeGreaterThan(400)
    const nameless = all.filter((path) => {
      const last = String(path.filter((step) => typeof step === 'string').at(-1))
      return !Object.hasOwn(NAMES, last)
    })
    expect([...new Set(nameless.map((path) => path.join('.')))]).toEqual([])
    for (const name of Object.values(NAMES)) {
      expect(name.zh).not.toBe('')
      expect(name.en).not.toBe('')
      expect(name.hint === undefined || (name.hint.zh !== '' && name.hint.en !== '')).toBe(true)
    }
  })

  it('are none that the format does not have', () => {
    const known = new Set(
      fields().flatMap((path) => {
        const names = path.filter((step): step is string => typeof step === 'string')
        return [
          names.at(-1) ?? '',
          `${names.at(-2)}.${names.at(-1)}`,
          `${names[0]}.${names.at(-1)}`,
          // of the scenario itself, where the same word means another thing further in
          ...(names.length === 1 ? [`.${names[0]}`] : []),
        ]
      }),
    )
    expect(
      Object.keys(NAMES).filter((name) => !known.has(name) && name !== 'zh' && name !== 'en'),
    ).toEqual([])
  })

  it('tell apart what one word means in two places', () => {
    expect(nameOf(['endings', 'home', 'after']).en).toBe('What became of it')
    expect(nameOf(['talk', 'silence', 'after']).en).toBe('After')
    expect(nameOf(['key', 'best']).en).toBe('How it is done best')
  })
})
