import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FIRST_KEYS, MORE_KEYS } from './deskKeys.ts'

/** The desk's actions as written: building them needs a running call. */
const ACTIONS = readFileSync(new URL('../call/actions.ts', import.meta.url), 'utf8')

it.each([...FIRST_KEYS, ...MORE_KEYS].map(({ id, keys }) => [id, keys] as const))(
  'the desk does %s with the keys that the start page names',
  (id, keys) => {
    const written = new RegExp(`\\b${id}: \\{[\\s\\S]*?\\bkeys: (\\w+|\\[[^\\]]*\\])`).exec(
      ACTIONS,
    )?.[1]
    const list = written === 'DIGITS' ? /DIGITS = (\[[^\]]*\])/.exec(ACTIONS)?.[1] : written
    const quoted = [...(list ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1])
    expect(quoted.slice(0, keys.length)).toEqual([...keys])
    if (id === 'say') expect(quoted).toHaveLength(keys.length)
  },
)
