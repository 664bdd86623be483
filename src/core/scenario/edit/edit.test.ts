import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { groundFor, loadContent, SCENARIOS } from '../../../cli/content.ts'
import { diagnose } from '../diagnose.ts'
import { listPlaces, PlaceIndex } from '../places.ts'
import { type Edit, editText } from './edit.ts'
import { applyPatches, invertPatches } from './patch.ts'
import type { Json } from './write.ts'

const SHIPPED = ['pylon', 'crying-girl', 'life-noise', 'lost-child'].map((id) =>
  readFileSync(`${SCENARIOS}${id}/scenario.yaml`, 'utf8'),
)

const content = loadContent()
const groundOf = (city: string) => groundFor(content, city)

type Data = { [key: string]: Data } | Data[] | string | number | boolean | null
type Where = (string | number)[]

const isTable = (value: unknown): value is { [key: string]: Data } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every path of a file's data. */
function pathsOf(data: Data, at: Where = []): Where[] {
  const below = isTable(data)
    ? Object.entries(data)
    : Array.isArray(data)
      ? data.map((item, index) => [index, item] as const)
      : []
  return below.flatMap(([key, item]) => [[...at, key], ...pathsOf(item, [...at, key])])
}

const get = (data: Data, path: Edit['path']): Data | undefined =>
  path.reduce<Data | undefined>(
    (value, step) =>
      isTable(value) || Array.isArray(value) ? (value as { [key: string]: Data })[step] : undefined,
    data,
  )

/** What an emptied map or list leaves behind where it is no named thing of the author's. */
const VANISHING = new Set(
  'notice vary also when moods reveals set clear silence use replies words groups callback partners stall anywhere units targets stage weights critical law world interrupt known not-known flag not-flag said not-said told not-told sent not-sent arrived not-arrived bridged not-bridged vary within caller goto report patience ambient'.split(
    ' ',
  ),
)
/** Named by the author, whatever they are called; or required by the format. */
const STAYS =
  /^(?:vary\.[^.]+|talk\.(?:nodes|groups)\.[^.]+|talk\.nodes\.[^.]+\.replies\.[^.]+|talk\.groups\.[^.]+\.[^.]+|facts\.[^.]+|endings\.[^.]+|world\.partners\.[^.]+|talk\.silence|talk\.interrupt\.moods|key\.critical\.\d+|(?:.*\.)?when\.vary\.[^.]+|key\.critical\.\d+\.on(?:\..*)?|anywhere\.\d+\.on)$/

/** The same edits on plain data, written without any look at the text. */
function model(before: Data, edit: Edit): Data {
  const data = structuredClone(before)
  const path = [...edit.path]
  const key = path.at(-1) ?? ''
  const parent = get(data, path.slice(0, -1)) as { [key: string]: Data } & Data[]
  switch (edit.kind) {
    case 'set': {
      let node = data as { [key: string]: Data }
      for (const step of path.slice(0, -1)) {
        node[step] ??= {}
        node = node[step] as { [key: string]: Data }
      }
      node[key] = structuredClone(edit.value) as Data
      return data
    }
    case 'remove': {
      if (Array.isArray(parent)) parent.splice(Number(key), 1)
      else delete parent[key]
      const above = path.slice(0, -1)
      const empty = Array.isArray(parent) ? parent.length === 0 : Object.keys(parent).length === 0
      const vanishes =
        VANISHING.has(String(above.at(-1))) && !STAYS.test(above.join('.')) && above.length > 0
      return empty && vanishes ? model(data, { kind: 'remove', path: above }) : data
    }
    case 'insert': {
      const list = get(data, path) as Data[]
      list.splice(Math.min(edit.index, list.length), 0, structuredClone(edit.value) as Data)
      return data
    }
    case 'move': {
      const list = Array.isArray(parent) ? parent : null
      const entries: [string, Data][] = list
        ? list.map((item, index) => [String(index), item])
        : Object.entries(parent)
      const from = entries.findIndex(([name]) => name === String(key))
      const [taken] = entries.splice(from, 1)
      if (taken) entries.splice(Math.min(edit.to, entries.length), 0, taken)
      if (list) list.splice(0, list.length, ...entries.map(([, item]) => item))
      else {
        for (const name of Object.keys(parent)) delete parent[name]
        Object.assign(parent, Object.fromEntries(entries))
      }
      return data
    }
    case 'copy': {
      const entries = Object.entries(parent)
      const at = entries.findIndex(([name]) => name === key)
      entries.splice(at + 1, 0, [edit.as, structuredClone(parent[key]) as Data])
      for (const name of Object.keys(parent)) delete parent[name]
      Object.assign(parent, Object.fromEntries(entries))
      return data
    }
    case 'rename':
      throw new Error('renaming has a test of its own')
  }
}

const words = fc.constantFrom(
  '您先别急，慢慢说。',
  'Take your time: I am here, all right?',
  "it's #1, {really}",
  'yes',
  '12',
  ' padded ',
  '- not a list',
  '第一行\n第二行',
  '“引号”',
  '[]',
)
const small = fc.oneof(words, fc.integer({ min: -20, max: 100 }), fc.boolean())
const value: fc.Arbitrary<Json> = fc.oneof(
  small,
  fc.record({ zh: words, en: words }),
  fc.array(words, { minLength: 1, maxLength: 3 }),
  fc.record({
    act: fc.constant(['LABEL']),
    say: fc.record({ zh: words, en: words }),
    moods: fc.record({ trust: fc.integer({ min: -9, max: 9 }) }),
    when: fc.record({ known: fc.array(fc.constantFrom('place', 'harm'), { minLength: 1 }) }),
  }),
)

/** A random edit that fits the data. */
function editOn(data: Data): fc.Arbitrary<Edit> {
  const paths = pathsOf(data).filter((path) => !path.includes('__proto__'))
  const lists = paths.filter((path) => Array.isArray(get(data, path)))
  const named = paths.filter((path) => isTable(get(data, path.slice(0, -1))) && path.length > 1)
  const movable = paths.filter((path) => path.length > 1)
  const maps = paths.filter((path) => isTable(get(data, path)))
  return fc.oneof(
    fc.record({ kind: fc.constant('set' as const), path: fc.constantFrom(...paths), value }),
    fc.record({
      kind: fc.constant('set' as const),
      path: fc
        .tuple(
          fc.constantFrom(...maps),
          fc.constantFrom('why', 'when', 'silence', 'note', 'zzz', 'set', 'act'),
        )
        .map(([path, key]) => [...path, key]),
      value,
    }),
    fc.record({ kind: fc.constant('remove' as const), path: fc.constantFrom(...paths) }),
    fc.record({
      kind: fc.constant('insert' as const),
      path: fc.constantFrom(...lists),
      index: fc.nat(6),
      value,
    }),
    fc.record({
      kind: fc.constant('move' as const),
      path: fc.constantFrom(...movable),
      to: fc.nat(9),
    }),
    fc.record({
      kind: fc.constant('copy' as const),
      path: fc.constantFrom(...named),
      as: fc.constantFrom('fresh-name', 'another'),
    }),
  )
}

const sizeOf = (data: Data | undefined): number => Object.keys(data ?? {}).length

/** The lines that an edit may touch, as offsets: those of the thing itself, or of what holds it. */
function allowed(
  source: string,
  data: Data,
  index: PlaceIndex,
  edit: Edit,
): { from: number; to: number } {
  const whole = edit.kind === 'move' || edit.kind === 'remove' || edit.kind === 'copy'
  let path: Edit['path'] = whole ? edit.path.slice(0, -1) : edit.path
  // what is emptied may go too
  while (edit.kind === 'remove' && path.length > 0 && sizeOf(get(data, path)) === 1)
    path = path.slice(0, -1)
  const place = path.length === 0 ? { from: 0, to: source.length } : index.nearest(path)
  const from = source.lastIndexOf('\n', (place?.from ?? 0) - 1) + 1
  const end = source.indexOf('\n', place?.to ?? 0)
  return { from, to: end < 0 ? source.length : end + 1 }
}

/** Where two long texts begin to differ; null if they don't. */
function firstDifference(one: string, other: string): string | null {
  if (one === other) return null
  let at = 0
  while (one[at] === other[at]) at += 1
  return `…${one.slice(at - 40, at + 80)}\n…${other.slice(at - 40, at + 80)}`
}

/** Ordered as in the file: two maps with another order of keys are not the same file. */
const ordered = (data: unknown): string => JSON.stringify(data)

describe('an edit of the text', () => {
  // one test for each file, so that none comes near the time limit on a busy machine
  it.each([...SHIPPED.entries()])(
    'gives what the same edit on the data gives, and leaves every other line as it is: file %i',
    (which, source) => {
      const data = parse(source) as Data
      const index = new PlaceIndex(listPlaces(parseDocument(source)))
      let done = 0
      fc.assert(
        fc.property(editOn(data), (edit) => {
          const result = editText(source, [edit])
          if (!result.ok) throw new Error(`${result.why.en} ${JSON.stringify(edit)}`)
          const wanted = model(data, edit)
          const order = edit.kind === 'set' || edit.kind === 'remove' ? sorted : ordered
          expect(firstDifference(order(parse(result.text)), order(wanted))).toBeNull()
          expect(applyPatches(source, result.patches)).toBe(result.text)
          expect(applyPatches(result.text, invertPatches(source, result.patches))).toBe(source)
          const room = allowed(source, data, index, edit)
          for (const { from, to } of result.patches) {
            expect(from).toBeGreaterThanOrEqual(room.from)
            expect(to).toBeLessThanOrEqual(room.to)
          }
          done += 1
        }),
        { numRuns: 250, seed: 7 + which },
      )
      expect(done).toBe(250)
    },
  )
})

/** Keys sorted: a new key's place is the format's business. */
function sorted(data: unknown): string {
  return JSON.stringify(data, (_, item: unknown) =>
    isTable(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

describe('renaming', () => {
  const ways = SHIPPED.flatMap((source) => {
    const data = parse(source) as { [key: string]: Data }
    const keys = (path: Where): Where[] =>
      Object.keys(get(data, path) ?? {}).map((key) => [...path, key])
    const pick = (what: Extract<Edit, { kind: 'rename' }>['what'], paths: Where[]) =>
      paths.slice(0, 1).map((path) => ({ source, what, path }))
    const replies = keys(['talk', 'nodes']).flatMap((node) => keys([...node, 'replies']))
    return [
      ...pick('node', keys(['talk', 'nodes'])),
      ...pick('reply', replies),
      ...pick('group', keys(['talk', 'groups'])),
      ...pick('fact', keys(['facts'])),
      ...pick('ending', keys(['endings'])),
      ...pick(
        'flag',
        pathsOf(data).filter((path) => path.at(-2) === 'set'),
      ),
      ...pick('partner', keys(['world', 'partners'])),
      ...pick('vary', keys(['vary'])),
      ...pick(
        'reaction',
        keys(['anywhere']).map(([list, at]) => [list ?? '', Number(at)]),
      ),
      ...pick(
        'critical',
        keys(['key', 'critical']).map(([, , at]) => ['key', 'critical', Number(at)]),
      ),
    ]
  })

  it('takes every reference along, and back again gives the file as it was', () => {
    expect(ways.length).toBeGreaterThan(25)
    for (const { source, what, path } of ways) {
      const there = editText(source, [{ kind: 'rename', what, path, to: 'quite-new' }])
      if (!there.ok) throw new Error(`${there.why.en} ${what} ${path.join('.')}`)
      const { diagnostics } = diagnose(there.text, { groundOf, states: 1 })
      // only 'not all states walked'
      expect(diagnostics.filter(({ code }) => !/^SC05[78]$/.test(code))).toEqual([])
      const list = what === 'reaction' || what === 'critical'
      const named = list ? [...path, 'id'] : path
      const name =
        list || what === 'flag' ? (get(parse(source), named) as string) : String(path.at(-1))
      const renamed = list || what === 'flag' ? path : [...path.slice(0, -1), 'quite-new']
      const back = editText(there.text, [{ kind: 'rename', what, path: renamed, to: name }])
      expect(back.ok && firstDifference(back.text, source)).toBeNull()
    }
  })

  it('refuses a name that is taken, or none', () => {
    const source = SHIPPED[0] ?? ''
    const path = ['talk', 'nodes', 'opening']
    const to = Object.keys(get(parse(source), ['talk', 'nodes']) ?? {}).at(-1) ?? ''
    for (const name of [to, 'Not A Name', '', 'constructor', '1st'])
      expect(editText(source, [{ kind: 'rename', what: 'node', path, to: name }]).ok).toBe(false)
  })
})

describe('edits in a row', () => {
  it('are all made or none', () => {
    const source = 'a: 1\nb: { c: 2 }\n'
    expect(
      editText(source, [
        { kind: 'set', path: ['a'], value: 5 },
        { kind: 'remove', path: ['zz'] },
      ]).ok,
    ).toBe(false)
    const result = editText(source, [
      { kind: 'set', path: ['a'], value: 5 },
      { kind: 'set', path: ['b', 'd'], value: 'x' },
      { kind: 'set', path: ['a'], value: 6 },
    ])
    expect(result.ok && result.text).toBe('a: 6\nb: { c: 2, d: x }\n')
    expect(result.ok && applyPatches(source, result.patches)).toBe('a: 6\nb: { c: 2, d: x }\n')
  })

  it('give a moved mood its sign, keep comments and line breaks of their own kind', () => {
    const source = 'x:\r\n  # why\r\n  moods: { trust: +4 } # here\r\n'
    const result = editText(source, [{ kind: 'set', path: ['x', 'moods', 'arousal'], value: 3 }])
    expect(result.ok && result.text).toBe(
      'x:\r\n  # why\r\n  moods: { trust: +4, arousal: +3 } # here\r\n',
    )
  })

  it('refuse a path that leads nowhere', () => {
    const source = 'a: [x]\nb: { c: 2 }\n'
    for (const edit of [
      { kind: 'set', path: [], value: 1 },
      { kind: 'set', path: ['a', 'name'], value: 1 },
      { kind: 'remove', path: [] },
      { kind: 'remove', path: ['a', 3] },
      { kind: 'insert', path: [], index: 0, value: 1 },
      { kind: 'move', path: [], to: 0 },
      { kind: 'copy', path: [], as: 'd' },
    ] satisfies Edit[])
      expect(editText(source, [edit]).ok).toBe(false)
  })

  it('refuse what is no scenario at all', () => {
    for (const source of ['', '- a', 'a: [', '{', '\t', 'a: &x 1\nb: *x\nc: {', '['.repeat(5000)])
      for (const edit of [
        { kind: 'set', path: ['a', 'b'], value: 1 },
        { kind: 'remove', path: ['a'] },
        { kind: 'rename', what: 'node', path: ['talk', 'nodes', 'a'], to: 'b' },
      ] satisfies Edit[])
        expect(() => editText(source, [edit])).not.toThrow()
  })
})

describe('what would not be read again', () => {
  const deep = (levels: number): Json => {
    let value: Json = 1
    for (let i = 0; i < levels; i += 1) value = [value]
    return value
  }

  it('is refused, and a byte order mark is no indentation', () => {
    const marked = editText('\uFEFFid: a\nversion: 1\n', [
      { kind: 'set', path: ['title'], value: 'x' },
    ])
    expect(marked.ok && parse(marked.text)).toEqual({ id: 'a', version: 1, title: 'x' })
    for (const source of ['? [x]\n: 1\nid: a\n', '&a a: *a\nid: b\n'])
      for (const edit of [
        { kind: 'set', path: ['version'], value: 1 },
        { kind: 'copy', path: ['a'], as: 'c' },
      ] satisfies Edit[]) {
        const result = editText(source, [edit])
        if (result.ok) expect(parseDocument(result.text).errors).toEqual([])
      }
    expect(editText('id: a\n', [{ kind: 'set', path: ['b'], value: deep(20_000) }]).ok).toBe(false)
  })
})
