import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The import law. It has no exceptions: what does not fit is moved, not listed. */
const SRC = fileURLToPath(new URL('.', import.meta.url))
const MAX_LINES = 400

interface Source {
  /** `desk/map/scene.ts`, below src. */
  readonly path: string
  readonly text: string
  /** Without comments. */
  readonly code: string
  readonly imports: readonly string[]
  readonly test: boolean
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(),])\/\/[^\n]*/g, '$1')
}

function importsOf(code: string): string[] {
  const forms = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
  ]
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''))
}

const SOURCES: readonly Source[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|js|css)$/.test(entry.name))
  .map((entry) => {
    const file = join(entry.parentPath, entry.name)
    const text = readFileSync(file, 'utf8')
    const path = relative(SRC, file).split(sep).join('/')
    const code = withoutComments(text)
    const test = /\.test\.tsx?$/.test(path) || path.startsWith('e2e/')
    return { path, text, code, imports: importsOf(code), test }
  })

const PROGRAM = SOURCES.filter((source) => !source.test && /\.tsx?$/.test(source.path))

/** Where an import of ours leads, below src; undefined for a package. */
function target(source: Source, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return join(dirname(source.path), specifier.replace(/\?.*$/, '')).split(sep).join('/')
}

/** `@base-ui/react/dialog` → `@base-ui/react`, `phaser/x` → `phaser`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function room(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : path
}

/** What rooms may see of storage: its ports, those of each part in the part's own folder. */
const isPort = (path: string): boolean => /^storage\/(?:[a-z]+\/)?ports\.ts$/.test(path)

/** What each room may import of ours, besides itself. */
const MAY: Readonly<Record<string, (path: string) => boolean>> = {
  core: () => false,
  storage: (path) => room(path) === 'core',
  ui: (path) => room(path) === 'core' || isPort(path),
  desk: (path) => ['core', 'ui'].includes(room(path)) || isPort(path),
  studio: (path) => ['core', 'ui'].includes(room(path)) || isPort(path),
  review: (path) => ['core', 'ui'].includes(room(path)) || isPort(path),
  // Commands serve authors and benchmarks of every room; only the composition root is not theirs.
  cli: (path) => path !== 'main.tsx',
  'main.tsx': () => true,
}

/** Heavy libraries and the one place of each; tables as text go out and come in where they are shown. */
const HOMES: Readonly<Record<string, string | readonly string[]>> = {
  papaparse: ['studio/languages/', 'review/'],
  phaser: 'desk/map/',
  howler: 'desk/sound/',
  dexie: 'storage/',
  '@xyflow/react': 'studio/graph/',
  '@dagrejs/dagre': 'studio/graph/',
  '@codemirror/state': 'studio/source/',
  '@codemirror/view': 'studio/source/',
  '@codemirror/language': 'studio/source/',
}

const CORE_PACKAGES = ['zod', 'yaml', 'xstate']

function offences(
  check: (source: Source) => readonly string[],
  sources: readonly Source[] = PROGRAM,
): string[] {
  return sources.flatMap((source) => check(source).map((what) => `${source.path}: ${what}`))
}

/** Without quoted texts, and without powers of two whole numbers, which are exact everywhere. */
function exact(code: string): string {
  return code.replace(/'[^'\n]*'/g, "''").replace(/\b\d+ \*\* \d+\b/g, '0')
}

describe('the import law', () => {
  it('knows every room', () => {
    expect(offences((source) => (MAY[room(source.path)] ? [] : ['is in no known room']))).toEqual(
      [],
    )
  })

  it('lets rooms import only what they may', () => {
    const wrong = offences((source) => {
      const mine = room(source.path)
      return source.imports
        .flatMap((specifier) => target(source, specifier) ?? [])
        .filter((path) => !path.startsWith('..'))
        .filter((path) => room(path) !== mine && !MAY[mine]?.(path))
        .map((path) => `imports ${path}`)
    })
    expect(wrong).toEqual([])
  })

  it('lets core import zod, yaml and xstate from outside, and nothing else', () => {
    const wrong = offences((source) =>
      source.path.startsWith('core/')
        ? source.imports
            .filter((name) => !name.startsWith('.') && !CORE_PACKAGES.includes(packageOf(name)))
            .map((name) => `imports ${name}`)
        : [],
    )
    expect(wrong).toEqual([])
  })

  it('keeps each heavy library in its home', () => {
    const wrong = offences((source) =>
      source.imports
        .filter((name) => {
          const homes = [HOMES[packageOf(name)] ?? []].flat()
          return homes.length > 0 && !homes.some((home) => source.path.startsWith(home))
        })
        .map((name) => `imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('writes the extension of every import of ours', () => {
    const wrong = offences((source) =>
      source.imports
        .filter(
          (name) => name.startsWith('.') && !/\.(tsx?|css|js|json|wav)(\?[\w&]+)?$/.test(name),
        )
        .map((name) => `imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps clocks, chance and engine-dependent arithmetic out of core', () => {
    const banned =
      /\b(?:Date\.now|new Date|performance\.now|Math\.(?:random|pow|sin|cos|tan|exp|log\d*|cbrt))\b|\*\*/g
    const wrong = offences((source) =>
      source.path.startsWith('core/')
        ? [...exact(source.code).matchAll(banned)].map(([what]) => `uses ${what}`)
        : [],
    )
    expect(wrong).toEqual([])
  })
})

describe('small and finished files', () => {
  it(`have at most ${MAX_LINES} lines`, () => {
    const wrong = offences((source) => {
      const lines = source.text.split('\n').length - 1
      return lines > MAX_LINES ? [`${lines} lines`] : []
    }, SOURCES)
    expect(wrong).toEqual([])
  })

  it('are no barrels', () => {
    expect(SOURCES.filter((source) => /(^|\/)index\.tsx?$/.test(source.path))).toEqual([])
  })

  it('silence nothing and leave nothing for later', () => {
    // Pieced together, so that this file does not find itself.
    const words = [
      'TO' + 'DO',
      'FIX' + 'ME',
      '@ts-' + 'ignore',
      '@ts-' + 'nocheck',
      'biome-' + 'ignore',
    ]
    const calls = ['ski' + 'p', 'on' + 'ly', 'to' + 'do'].map(
      (name) => `\\b(?:it|test|describe)\\.${name}\\b`,
    )
    const banned = new RegExp([...words, ...calls].join('|'), 'g')
    const wrong = offences(
      (source) => [...source.text.matchAll(banned)].map(([what]) => `has ${what}`),
      SOURCES,
    )
    expect(wrong).toEqual([])
  })
})
