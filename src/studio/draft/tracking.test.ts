import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyChanges, type Files } from '../../core/files/files.ts'
import { NO_TRACK, TRACK_FILE, type Track } from '../../core/scenario/texts/track.ts'
import { trackChange, trackIn } from './tracking.ts'

const track = fc.record({
  source: fc.constantFrom<Track['source']>('zh', 'en'),
  isLocked: fc.boolean(),
  agreed: fc
    .dictionary(
      fc.constantFrom('title', 'a.b', 'talk.nodes.open.caller', 'z'),
      fc.constantFrom<readonly [string, string]>(
        ['0123456789ab', 'ba9876543210'],
        ['0123456789ab', '0123456789ab'],
        ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'],
      ),
    )
    .map((rows) => new Map(Object.entries(rows))),
})

it('what is known of translations is changed line by line, and says what was meant', () => {
  fc.assert(
    fc.property(fc.array(track, { minLength: 1, maxLength: 6 }), (steps) => {
      let files: Files = new Map([['scenario.yaml', { text: '' }]])
      expect(trackIn(files)).toEqual(NO_TRACK)
      for (const step of steps) {
        const changes = trackChange(files, () => step)
        files = applyChanges(files, changes).files
        expect(trackIn(files)).toEqual(step)
        expect(trackChange(files, (same) => same)).toEqual([])
      }
    }),
  )
})

it('a file that says nothing sound is replaced by the next change', () => {
  const files: Files = new Map([[TRACK_FILE, { text: '{"locked": true' }]])
  expect(trackIn(files)).toEqual(NO_TRACK)
  const next = applyChanges(
    files,
    trackChange(files, (now) => ({ ...now, isLocked: true })),
  ).files
  expect(trackIn(next).isLocked).toBe(true)
})
