import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SCENARIOS } from '../../cli/content.ts'
import { plainData } from './plainData.ts'

const root = mkdtempSync(join(tmpdir(), 'first-ring-plain-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What the browser gets for a file of this text. */
async function built(name: string, text: string): Promise<string> {
  writeFileSync(join(root, name), text)
  writeFileSync(join(root, 'entry.js'), `import text from './${name}?raw'; export default text`)
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    plugins: [plainData('.')],
    build: { write: false, lib: { entry: 'entry.js', formats: ['es'], fileName: 'entry' } },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built')
  const module = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(bundle.output[0].code)}`
  )
  return (module as { readonly default: string }).default
}

it('gives the browser the taxonomy as JSON that says the same', async () => {
  const source = readFileSync(`${SCENARIOS}taxonomy.yaml`, 'utf8')
  expect(JSON.parse(await built('taxonomy.yaml', source))).toEqual(parse(source))
})

it('leaves a file with faults, and all others, as they are', async () => {
  for (const [name, text] of [
    ['rubric.yaml', 'points: [1, 2\nmore: {'],
    ['scenario.yaml', 'id: a # said'],
  ] as const)
    expect(await built(name, text)).toBe(text)
})
