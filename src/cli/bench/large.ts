import { readFileSync } from 'node:fs'
import { isMap, parseDocument } from 'yaml'
import { SCENARIOS } from '../content.ts'

/**
 * A scenario as text with so many nodes: a template whose talk goes on and on in stretches of ten, each node with three
 * replies: one to the next, one some way ahead, one back to where its stretch begins, and from there into the template.
 */
export function largeScenario(count: number): string {
  const path = `${SCENARIOS}templates/simple-report/scenario.yaml`
  const document = parseDocument(readFileSync(path, 'utf8'))
  const nodes = document.getIn(['talk', 'nodes'])
  if (!isMap(nodes)) throw new Error(`${path}: no nodes`)
  const own = nodes.items.length
  const added = count - own
  const at = (n: number): string => `more-${((n - 1) % added) + 1}`
  const reply = (act: string, zh: string, en: string, goto: string) => ({
    act: [act],
    say: { zh, en },
    moods: { trust: 2 },
    goto,
  })
  for (let n = 1; n <= added; n += 1)
    document.setIn(['talk', 'nodes', at(n)], {
      caller: { zh: `还有第${n}件事，您听我说完。`, en: `There is one more thing, number ${n}.` },
      replies: {
        on: reply('OPEN_Q', `第${n}件，请您接着说。`, `Number ${n}: please go on.`, at(n + 1)),
        ahead: reply(
          'CLOSED_Q',
          '这件先放一放，后来呢？',
          'Leave that. And then?',
          at(n + 3 + (n % 5)),
        ),
        back: reply(
          'READBACK',
          '好，我们再说一遍。',
          'Right, once more.',
          n % 10 === 1 ? 'where' : at(n - ((n - 1) % 10)),
        ),
      },
    })
  document.setIn(
    ['talk', 'nodes', 'opening', 'replies', 'listen'],
    reply('OPEN_Q', '您慢慢说，我都记着。', 'Take your time, I am noting it all.', at(1)),
  )
  return document.toString({ lineWidth: 0 })
}
