import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../../cli/content.ts'
import { type Edit, editText } from '../edit/edit.ts'
import { compareTexts } from './texts.ts'

const SOURCE = readFileSync(`${SCENARIOS}lost-child/scenario.yaml`, 'utf8')

function edited(...edits: readonly Edit[]): string {
  const made = editText(SOURCE, edits)
  if (!made.ok) throw new Error(made.why.en)
  return made.text
}

/** What changed, in short: `changed node hello (caller.zh, …)`. */
const shortly = (before: string, after: string) =>
  compareTexts(before, after).parts?.map(
    ({ change, kind, name, was, of, fields }) =>
      `${change} ${kind} ${of === null ? '' : `${of}/`}${name}${was === null ? '' : ` (was ${was})`} ${fields
        .map(({ path, before: from, after: to }) => `${path.join('.')}: ${from} → ${to}`)
        .join('; ')}`,
  )

const [node = ''] = SOURCE.match(/(?<=^ {4})[a-z-]+(?=:\n {6}caller)/m) ?? []

describe('two texts of a scenario', () => {
  it('have no difference if only the way of writing is another', () => {
    const dressed = `# another remark\n${SOURCE.replace(/^version: (\d+)$/m, 'version:   $1')}`
    const { parts, linesIn, linesOut } = compareTexts(SOURCE, dressed)
    expect(parts).toEqual([])
    expect([linesIn, linesOut]).toEqual([2, 1])
  })

  it('differ in the fields that changed, part by part', () => {
    const after = edited(
      { kind: 'set', path: ['title', 'zh'], value: '孩子不见了' },
      { kind: 'set', path: ['facts', 'place', 'weight'], value: 7 },
      { kind: 'set', path: ['facts', 'shoes', 'must'], value: true },
      { kind: 'remove', path: ['facts', 'medical', 'words'] },
    )
    expect(shortly(SOURCE, after)).toEqual([
      'changed whole  title.zh: 商场里不见的孩子 → 孩子不见了',
      'changed fact place weight: 8 → 7',
      'changed fact shoes must: null → true',
      'changed fact medical words.zh: 哮喘, 喷雾 → null; words.en: asthma, spray → null',
    ])
  })

  it('say that a node is new, or gone, and leave its replies unsaid', () => {
    const fresh = edited({ kind: 'copy', path: ['talk', 'nodes', node], as: 'one-more' })
    // it says the same as another, which is still there: new, not renamed
    expect(shortly(SOURCE, fresh)).toEqual(['added node one-more '])
    expect(shortly(fresh, SOURCE)).toEqual(['removed node one-more '])
  })

  it('know a node again that was renamed, and do not tell every reference to it', () => {
    const after = edited({
      kind: 'rename',
      what: 'node',
      path: ['talk', 'nodes', node],
      to: 'renamed',
    })
    expect(shortly(SOURCE, after)).toEqual([`changed node renamed (was ${node}) `])
  })

  it('tell a reply that was added, changed or taken out of a node that stays', () => {
    const reply = {
      act: ['READBACK'],
      say: { zh: '我念一遍。', en: 'Let me read it back.' },
      goto: node,
    }
    const at = ['talk', 'nodes', node, 'replies', 'mine']
    const one = edited({ kind: 'set', path: at, value: reply })
    expect(shortly(SOURCE, one)).toEqual([`added reply ${node}/mine `])
    expect(shortly(one, SOURCE)).toEqual([`removed reply ${node}/mine `])
    const two = edited({ kind: 'set', path: at, value: { ...reply, goto: 'elsewhere' } })
    expect(shortly(one, two)).toEqual([`changed reply ${node}/mine goto: ${node} → elsewhere`])
  })

  it('tell reactions by what sets them off, not by their place in the list', () => {
    const after = edited({ kind: 'remove', path: ['anywhere', 0] })
    expect(shortly(SOURCE, after)?.map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['removed', 'reaction'],
    ])
  })

  it('can be compared by lines only if one is no YAML', () => {
    const { parts, linesIn } = compareTexts(SOURCE, `${SOURCE}\n  : [`)
    expect(parts).toBeNull()
    expect(linesIn).toBeGreaterThan(0)
  })
})
