import { expect, it } from 'vitest'
import { matchPath } from './routes.ts'

it('fits paths to patterns', () => {
  expect(matchPath('/', '/')).toEqual({})
  expect(matchPath('/call/:attemptId', '/call/a%20b')).toEqual({ attemptId: 'a b' })
  expect(matchPath('/call/:attemptId', '/call/x/')).toEqual({ attemptId: 'x' })
  expect(matchPath('/call/:attemptId', '/call/')).toBeUndefined()
  expect(matchPath('/call/:attemptId', '/call/x/y')).toBeUndefined()
  expect(matchPath('/call/:attemptId', '/call/%E0%A4%A')).toBeUndefined()
  expect(matchPath('/', '/call')).toBeUndefined()
})
