import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groundFor, loadContent, SCENARIOS } from '../../cli/content.ts'
import { prove } from '../../core/scenario/proof/prove.ts'
import { createLibrary } from '../../ui/library/library.ts'
import { PlayJob } from './job.ts'
import type { Player } from './player.ts'
import { PlayRoom } from './room.ts'
import { waysTo } from './ways.ts'

const library = createLibrary({
  read: async (path) => readFileSync(`${SCENARIOS}${path}`, 'utf8'),
})
const text = readFileSync(`${SCENARIOS}lost-child/scenario.yaml`, 'utf8')
const bad = readFileSync(`${SCENARIOS}lost-child/plans/first-reply.yaml`, 'utf8')

/** The thread's work in this one. */
async function opened(): Promise<PlayRoom> {
  const { taxonomy, rubric } = loadContent()
  const { city } = await library.city('saijiang')
  const job = new PlayJob()
  job.stand({ taxonomy, rubric, city })
  const player: Player = {
    ask: async (question) => structuredClone(job.answer(question)),
    dispose() {},
  }
  const room = new PlayRoom()
  room.attach(player, text, new Map())
  return room
}

/** Answers have come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

test('goes on, steps back, and leaves all as it was when an act is not possible', async () => {
  const room = await opened()
  room.load({ title: 'a', seed: 'plan', steps: ['answer', { wait: 'quiet' }] })
  await settled()
  const reply = room.state.get().played?.result.view?.replies[0]?.id ?? ''
  room.act({ say: reply }, { wait: 'quiet' })
  await settled()
  expect(room.state.get().played?.result.trail.length).toBe(4)
  room.act('resume')
  await settled()
  expect(room.state.get().notice?.en).toBe('The caller is not on hold')
  expect(room.state.get().played?.result.trail.length).toBe(4)
  room.back()
  await settled()
  expect(room.state.get().played?.plan.steps).toEqual(['answer', { wait: 'quiet' }])
  expect(room.state.get().notice).toBeNull()
})

test('takes back as many as were asked for, however quickly', async () => {
  const room = await opened()
  room.load({ title: 'a', seed: 'plan', steps: ['answer', { wait: 'quiet' }] })
  await settled()
  const before = room.state.get().played?.result.trail.length ?? 0
  for (const value of ['P03', 'P02', 'P05']) room.act({ set: { field: 'class', value } })
  await settled()
  expect(room.state.get().played?.result.trail.length).toBe(before + 3)
  room.back()
  room.back()
  room.back()
  await settled()
  expect(room.state.get().played?.result.trail.length).toBe(before)
})

test('plays the same steps on a new text, says where they stop, and goes on when it is mended', async () => {
  const room = await opened()
  const say = { say: 'open.look-up' }
  room.load({ title: 'a', seed: 'plan', steps: ['answer', say, { wait: 'quiet' }] })
  await settled()
  expect(room.state.get().played?.result.failedAt).toBeNull()
  room.take(text.replaceAll('look-up', 'look-about'), new Map())
  await settled()
  const stopped = room.state.get().played
  expect(stopped?.result.failedAt?.step).toBe(1)
  expect(stopped?.result.failedAt?.why.en).toContain('open.look-about')
  expect(stopped?.result.trail.length).toBe(1)
  room.take('oops', new Map())
  await settled()
  expect(room.state.get().unreadable).toBe(true)
  expect(room.state.get().played).toBe(stopped)
  room.take(text, new Map())
  await settled()
  expect(room.state.get().unreadable).toBe(false)
  expect(room.state.get().played?.result.trail.length).toBe(3)
})

test('plays every test plan of the draft on each text', async () => {
  const room = await opened()
  const files = new Map([
    ['plans/bad.yaml', { text: bad }],
    ['plans/odd.yaml', { text: 'steps: 1' }],
  ])
  room.take(text, files)
  await settled()
  expect(room.state.get().rows.map(({ path, ok }) => [path, ok])).toEqual([
    ['plans/bad.yaml', true],
    ['plans/odd.yaml', false],
  ])
  room.take(text.replaceAll('nearby:', 'near-by:'), files)
  await settled()
  expect(room.state.get().rows[0]?.ok).toBe(false)
  expect(room.state.get().rows[0]?.fault?.step).toBe(5)
})

test('says something instead of hearing the caller out, which is seen in the call', async () => {
  const room = await opened()
  room.load({ title: 'a', seed: 'plan', steps: ['answer', { wait: 'quiet' }] })
  await settled()
  const reply = room.state.get().played?.result.view?.replies[0]?.id ?? ''
  room.interrupt(reply)
  await settled()
  const played = room.state.get().played
  expect(played?.plan.steps).toEqual(['answer', { interrupt: reply }, { wait: 'quiet' }])
  expect(played?.result.failedAt).toBeNull()
  const said = played?.result.journal.flatMap((entry) =>
    entry.origin === 'script' && entry.happening.what === 'said'
      ? [entry.happening.interrupts]
      : [],
  )
  expect(said).toEqual([true])
})

test('begins by another way to the same node', async () => {
  const room = await opened()
  const parsed = prove(text, { groundOf: (city) => groundFor(loadContent(), city) })
  const walk = [...parsed].findLast((report) => report?.walk)?.walk
  if (!walk) throw new Error('not walked')
  const node = walk.nodes.find(({ id }) => waysTo(walk, id).length > 1)?.id ?? ''
  room.know(walk)
  const steps = []
  for (const way of [0, 1]) {
    room.from(node, way)
    await settled()
    const { begun, missed, played } = room.state.get()
    expect([begun?.node, begun?.way, missed]).toEqual([node, way, false])
    expect(played?.result.trail.at(-1)?.after.node).toBe(node)
    steps.push(JSON.stringify([played?.plan.vary, played?.plan.steps]))
  }
  expect(steps[0]).not.toBe(steps[1])
})
