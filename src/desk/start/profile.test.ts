import { describe, expect, it } from 'vitest'
import type { Trainee } from '../../storage/ports.ts'
import { enrol, missing, tidy } from './profile.ts'

const NOW = 1_765_000_000_123.7

function store() {
  const added: Trainee[] = []
  return {
    added,
    newId: () => 'id-1',
    addTrainee: async (trainee: Trainee) => {
      added.push(trainee)
    },
  }
}

describe('a profile', () => {
  it('is tidied, and says what is missing', () => {
    expect(tidy({ name: '  Chen   Xiao ', badge: ' 01 ' })).toEqual({
      name: 'Chen Xiao',
      badge: '01',
    })
    expect(missing({ name: '', badge: '  ' })).toEqual(['name', 'badge'])
    expect(missing({ name: '陈晓', badge: 'x'.repeat(21) })).toEqual(['badge'])
    expect(missing({ name: 'x'.repeat(41), badge: '1' })).toEqual(['name'])
    expect(missing({ name: '陈晓', badge: '011207' })).toEqual([])
  })

  it('is stored with a fresh id and a whole time', async () => {
    const place = store()
    const made = await enrol(place, [], { name: ' 陈晓 ', badge: '011207' }, NOW)
    expect(made).toEqual({
      id: 'id-1',
      name: '陈晓',
      badge: '011207',
      createdAt: 1_765_000_000_123,
    })
    expect(place.added).toEqual([made])
  })

  it('is not made twice for the same name and badge', async () => {
    const place = store()
    const known: Trainee = { id: 'old', name: '陈晓', badge: '011207', createdAt: 1 }
    expect(await enrol(place, [known], { name: '陈晓 ', badge: '011207' }, NOW)).toBe(known)
    expect(place.added).toEqual([])
    const other = await enrol(place, [known], { name: '陈晓', badge: '011208' }, NOW)
    expect(other.id).toBe('id-1')
  })
})
