import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  groundFor,
  loadContent,
  SCENARIOS,
  scenarioFiles,
  TEMPLATE_FOLDER,
} from '../../cli/content.ts'
import { diagnose } from './diagnose.ts'

/** Every scenario that ships is proven, and its robots score as they should. */

const content = loadContent()
/** Templates are held by a test of their own. */
const files = scenarioFiles([SCENARIOS]).filter((file) => !file.startsWith(TEMPLATE_FOLDER))

describe('the scenarios that ship', () => {
  test('are at least the four of the first issue', () => {
    const names = files.map((file) => basename(dirname(file)))
    for (const name of ['crying-girl', 'life-noise', 'lost-child', 'pylon'])
      expect(names).toContain(name)
  })

  test.each(files)('%s is sound, whole', (file) => {
    const { id, diagnostics, states } = diagnose(readFileSync(file, 'utf8'), {
      groundOf: (city) => groundFor(content, city),
      runs: 40,
    })
    expect(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, line, message }) => `${line} ${code} ${message.en}`),
    ).toEqual([])
    expect(id).toBe(basename(dirname(file)))
    expect(states).toBeGreaterThan(300)
  })
})
