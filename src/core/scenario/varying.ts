import type { Path } from './diagnostic.ts'
import type { Finder } from './finder.ts'
import { isTable, lookThrough } from './lookThrough.ts'
import { structuralNames } from './roll.ts'
import type { Scenario } from './schema.ts'

/** What a scenario says about its own variants: `{names}`, `$references`, `when: { vary }`, and names used twice. */

/** Most combinations of variants that differ in structure; each is walked whole. */
export const MOST_VARIANTS = 48

const TEMPLATE = /\{([a-z][a-z0-9-]*(?:\.[a-z][a-zA-Z0-9-]*)?)\}/g

type Drawn = Scenario['vary'][string][number]

/** The word that a condition compares with: the value itself, or a table's place or name. */
function bare(value: Drawn): unknown {
  return isTable(value) ? (value.place ?? value.name ?? Object.values(value)[0]) : value
}

export function checkVarying(scenario: Scenario, finder: Finder): void {
  const used = new Set<string>()
  const drawn = (name: string): readonly Drawn[] | undefined =>
    Object.hasOwn(scenario.vary, name) ? scenario.vary[name] : undefined

  const reference = (path: Path, written: string, name: string, key: string | undefined): void => {
    used.add(name)
    const values = drawn(name)
    if (!values) {
      finder.add(
        'SC027',
        path,
        `vary 里没有“${name}”，${written} 填不上。`,
        `Nothing is drawn under '${name}', so ${written} can't be filled.`,
      )
      return
    }
    if (key === undefined) return
    const lacking = values.findIndex((value) => !isTable(value) || !Object.hasOwn(value, key))
    if (lacking >= 0)
      finder.add(
        'SC027',
        path,
        `vary.${name} 的第 ${lacking + 1} 项没有“${key}”，${written} 填不上。`,
        `Item ${lacking + 1} of vary.${name} has no '${key}', so ${written} can't be filled.`,
      )
  }

  const text = (value: string, path: Path): void => {
    if (path.includes('zh') || path.includes('en')) {
      for (const match of value.matchAll(TEMPLATE)) {
        const [name = '', key] = (match[1] ?? '').split('.')
        reference(path, match[0], name, key)
      }
      if (/[{}]/.test(value.replace(TEMPLATE, '')))
        finder.add(
          'SC027',
          path,
          '花括号里的名字写得不对，会原样念出来。',
          'The name in braces is malformed and would be read out as it stands.',
          { severity: 'warning' },
        )
    } else if (value.startsWith('$')) {
      const [name = '', key] = value.slice(1).split('.')
      reference(path, value, name, key)
    }
  }
  const condition = (path: Path, wanted: Readonly<Record<string, unknown>>): void => {
    for (const [name, words] of Object.entries(wanted)) {
      used.add(name)
      const values = drawn(name)
      if (!values) {
        finder.add(
          'SC028',
          [...path, name],
          `vary 里没有“${name}”。`,
          `Nothing is drawn under '${name}'.`,
        )
        continue
      }
      const known = values.map(bare)
      for (const word of Array.isArray(words) ? words : [words])
        if (!known.includes(word))
          finder.add(
            'SC028',
            [...path, name],
            `vary.${name} 里没有“${String(word)}”，这个条件永远不成立。`,
            `vary.${name} has no '${String(word)}', so this condition never holds.`,
          )
    }
  }
  lookThrough(scenario, (value, path) => {
    if (path.at(-1) === 'vary') return false
    if (typeof value === 'string') text(value, path)
    else if (isTable(value) && isTable(value.when) && isTable(value.when.vary))
      condition([...path, 'when', 'vary'], value.when.vary)
    return true
  })
  for (const name of Object.keys(scenario.vary))
    if (!used.has(name))
      finder.add(
        'SC029',
        ['vary', name],
        `抽出来的“${name}”没有用到。`,
        `What is drawn under '${name}' is never used.`,
      )
}

/** Are there few enough variants to walk each of them? */
export function countVariants(scenario: Scenario, finder: Finder): boolean {
  const names = structuralNames(scenario).filter((name) => Object.hasOwn(scenario.vary, name))
  let count = 1
  for (const name of names) count *= scenario.vary[name]?.length ?? 1
  if (count <= MOST_VARIANTS) return true
  finder.add(
    'SC035',
    ['vary'],
    `影响结构的变体共 ${count} 种，最多 ${MOST_VARIANTS} 种。`,
    `${count} variants differ in structure; at most ${MOST_VARIANTS} can be proven.`,
  )
  return false
}

/** Ids that would be taken for each other. */
export function checkDoubles(scenario: Scenario, finder: Finder): void {
  const reactions = new Set<string>()
  for (const [index, { id }] of scenario.anywhere.entries()) {
    if (reactions.has(id))
      finder.add(
        'SC026',
        ['anywhere', index, 'id'],
        `反应“${id}”写了两遍。`,
        `The reaction '${id}' stands twice.`,
      )
    reactions.add(id)
  }
  for (const [group, replies] of Object.entries(scenario.talk.groups)) {
    const node = Object.hasOwn(scenario.talk.nodes, group) ? scenario.talk.nodes[group] : undefined
    for (const reply of Object.keys(node?.replies ?? {}))
      if (Object.hasOwn(replies, reply))
        finder.add(
          'SC026',
          ['talk', 'groups', group, reply],
          `节点和回复组都有“${group}.${reply}”，编号重复。`,
          `A node and a group both have '${group}.${reply}'.`,
        )
  }
}
