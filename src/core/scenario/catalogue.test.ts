import { expect, it } from 'vitest'
import { CATALOGUE } from './catalogue.ts'
import { KEY } from './catalogueKey.ts'
import { NAMES } from './catalogueNames.ts'
import { WALK } from './catalogueWalk.ts'

it('gives every code to one diagnostic only', () => {
  const all = [NAMES, WALK, KEY].flatMap((part) => Object.keys(part))
  expect([...new Set(all)].length).toBe(all.length)
  expect(Object.keys(CATALOGUE).length).toBe(all.length)
})
