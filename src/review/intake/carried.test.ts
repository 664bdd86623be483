import { expect, it } from 'vitest'
import { tinyTexts } from '../../core/city/cityFixtures.ts'
import { carriedFrom, carriedText } from './carried.ts'

const carried = (hash: string, city: string) =>
  Promise.resolve(hash === 'h' && city === 'tiny' ? tinyTexts() : null)

it('a city comes to the thread as it was published, and nothing where none was', async () => {
  expect(carriedFrom(await carriedText({ carried }, 'h', 'tiny'))).toEqual(tinyTexts())
  expect(carriedFrom(await carriedText({ carried }, 'h', 'other'))).toBeNull()
  expect(carriedFrom(await carriedText({}, 'h', 'tiny'))).toBeNull()
  expect(carriedFrom('[1')).toBeNull()
})
