import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { diagnose } from '../core/scenario/diagnose.ts'
import { fromTemplate, TEMPLATES, UNTITLED } from '../core/scenario/fromTemplate.ts'
import { groundFor, loadContent, SCENARIOS, TEMPLATE_FOLDER } from './content.ts'
import { makeNew, pack, unpack } from './scenarioFiles.ts'

const content = loadContent()
let folder = ''
let said: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-ring-files-'))
  said = []
  for (const name of ['log', 'error'] as const)
    vi.spyOn(console, name).mockImplementation((text: string) => void said.push(text))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe('templates', () => {
  it.each(TEMPLATES.map(({ id }) => id))(
    '%s passes the whole check under any id',
    { timeout: 240_000 },
    (id) => {
      const template = readFileSync(join(TEMPLATE_FOLDER, id, 'scenario.yaml'), 'utf8')
      const text = fromTemplate(template, 'my-own-call') ?? ''
      const { id: made, diagnostics } = diagnose(text, {
        groundOf: (city) => groundFor(content, city),
        runs: 12,
      })
      expect(made).toBe('my-own-call')
      expect(diagnostics).toEqual([])
      // nothing but the id and the title is another
      const lines = text.split('\n')
      const its = template.split('\n')
      expect(lines).toHaveLength(its.length)
      expect(lines.filter((line, index) => line !== its[index])).toEqual([
        'id: my-own-call',
        `title: { zh: ${UNTITLED.zh}, en: ${UNTITLED.en} }`,
      ])
      expect(fromTemplate(template, 'Not An Id')).toBeNull()
    },
  )
})

describe('new', () => {
  it.each([
    [['Bad Id'], /can't be an id/],
    [['constructor'], /can't be an id/],
    [['pylon'], /is there already/],
    [['fresh-call', '--template', 'nope'], /no template 'nope'.*empty/],
  ])('refuses %j and says why', (args, why) => {
    expect(makeNew(args, 'en')).toBe(false)
    expect(said.join(' ')).toMatch(why)
    expect(existsSync(join(SCENARIOS, 'fresh-call'))).toBe(false)
  })
})

describe('pack and unpack', () => {
  it('bring a folder over whole, and leave what is there alone', () => {
    const home = join(folder, 'mine')
    mkdirSync(join(home, 'plans'), { recursive: true })
    writeFileSync(join(home, 'scenario.yaml'), 'id: mine\n')
    writeFileSync(join(home, 'plans', 'good.yaml'), 'title: 好\n')
    writeFileSync(join(home, 'notes.txt'), 'stays at home')
    const zip = join(folder, 'mine.zip')
    expect(pack([home, zip], 'zh')).toBe(true)
    const there = join(folder, 'there')
    expect(unpack([zip, there], 'zh')).toBe(true)
    expect(readFileSync(join(there, 'mine', 'plans', 'good.yaml'), 'utf8')).toBe('title: 好\n')
    expect(existsSync(join(there, 'mine', 'notes.txt'))).toBe(false)
    writeFileSync(join(there, 'mine', 'scenario.yaml'), 'id: changed\n')
    expect(unpack([zip, there], 'en')).toBe(false)
    expect(said.at(-1)).toMatch(/nothing was written/)
    expect(readFileSync(join(there, 'mine', 'scenario.yaml'), 'utf8')).toBe('id: changed\n')
  })

  it('say what is wrong with what they are given', () => {
    expect(pack([join(folder, 'none'), 'x.zip'], 'en')).toBe(false)
    expect(pack([folder, 'x.zip'], 'en')).toBe(false)
    writeFileSync(join(folder, 'bad.zip'), 'not a zip')
    expect(unpack([join(folder, 'bad.zip'), folder], 'en')).toBe(false)
    expect(unpack([join(folder, 'no.zip'), folder], 'en')).toBe(false)
    expect(said).toHaveLength(4)
  })
})
