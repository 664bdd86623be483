import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { tinyTexts } from '../core/city/cityFixtures.ts'
import { CARRIED, filesOf } from '../core/city/texts.ts'
import { ContentError, groundFor, loadContent } from './content.ts'

const folder = mkdtempSync(join(tmpdir(), 'first-ring-city-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A scenario's file in a folder of its own, with a city beside it. */
function beside(name: string, texts = tinyTexts()): string {
  for (const [path, file] of filesOf(texts, CARRIED)) {
    const full = join(folder, name, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, 'text' in file ? file.text : '')
  }
  return join(folder, name, 'scenario.yaml')
}

it('a scenario is checked on the city that it brings along, and on a shipped one if it names that', () => {
  const content = loadContent()
  const scenario = beside('own')
  expect(groundFor(content, 'tiny', scenario)?.atlas.place('shop')?.y).toBe(900)
  expect(groundFor(content, 'saijiang', scenario)?.atlas.id).toBe('saijiang')
  // a city of another id is not the one that it names
  expect(groundFor(content, 'elsewhere', scenario)).toBeNull()
  expect(groundFor(content, 'tiny')).toBeNull()
  expect(groundFor(content, 'tiny', join(folder, 'scenario.yaml'))).toBeNull()
})

it('a city that it brings along and that is broken is told with its fault', () => {
  const scenario = beside('broken', { ...tinyTexts(), roads: '{"type":"FeatureCollection"}' })
  expect(() => groundFor(loadContent(), 'tiny', scenario)).toThrow(ContentError)
})
