import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as common from './common.ts'
import * as debrief from './debrief.ts'
import * as desk from './desk.ts'
import * as errors from './errors.ts'
import * as review from './review.ts'
import * as start from './start.ts'
import * as studio from './studio.ts'

const NAMESPACES = { common, errors, start, desk, debrief, studio, review }

type Tree = { readonly [key: string]: string | Tree }

/** Every text with its dotted key. */
function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] satisfies [string, string]]
      : leaves(value, `${prefix}${key}.`),
  )
}

const SRC = fileURLToPath(new URL('../..', import.meta.url))

/** All quoted texts of the program, and the fixed fronts of templates (`acts.${…}`). */
function mentions(): { readonly whole: ReadonlySet<string>; readonly fronts: readonly string[] } {
  const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|i18n/.test(name))
    .map((name) => readFileSync(join(SRC, name), 'utf8'))
    .join('\n')
  const bare = (text: string) => text.replace(/^\w+:/, '')
  const quoted = [...code.matchAll(/['"]([\w.:-]+)['"]|`([\w.:-]+)`/g)]
  const templates = [...code.matchAll(/`([\w.:-]+)\$\{/g)]
  return {
    whole: new Set(quoted.map((match) => bare(match[1] ?? match[2] ?? ''))),
    fronts: templates.map((match) => bare(match[1] ?? '')).filter((front) => front.endsWith('.')),
  }
}

const said = mentions()

describe.each(Object.entries(NAMESPACES))('%s texts', (_name, texts) => {
  const zh = leaves(texts.zh)
  const en = leaves(texts.en)

  it('stand in both languages', () => {
    expect(en.map(([key]) => key)).toEqual(zh.map(([key]) => key))
  })

  it('are not empty, and have the same blanks to fill', () => {
    const english = new Map(en)
    const blanks = (text: string) =>
      [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort()
    for (const [key, text] of zh) {
      const other = english.get(key) ?? ''
      expect([key, text.trim() !== '', other.trim() !== '']).toEqual([key, true, true])
      expect([key, blanks(other)]).toEqual([key, blanks(text)])
    }
  })

  it('are all used', () => {
    const unused = zh
      .map(([key]) => key.replace(/_(one|other)$/, ''))
      .filter((key) => !said.whole.has(key))
      .filter((key) => !said.fronts.some((front) => key.startsWith(front)))
    expect(unused).toEqual([])
  })
})
