import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseTaxonomy } from '../../core/taxonomy/taxonomy.ts'
import { createMemoryStore } from '../../storage/memory.ts'
import { coachNote, stepBack, stepBackTo } from './coaching.ts'
import { fakeRun, fakeSession } from './fakes.ts'

const file = new URL('../../../scenarios/taxonomy.yaml', import.meta.url)
const parsed = parseTaxonomy(readFileSync(file, 'utf8'))
if (!parsed.ok) throw new Error('the taxonomy has faults')
const { taxonomy } = parsed

async function talking(mode: 'coaching' | 'practice', reply: string) {
  const store = createMemoryStore()
  const session = fakeSession(mode)
  await store.create(session.header)
  const run = fakeRun(mode, store, 0, session)
  run.runner.start()
  run.frames.run(2000)
  run.runner.do({ do: 'answer' }, run.frames.wall())
  run.frames.run(6000)
  run.runner.do({ do: 'say', reply }, run.frames.wall())
  run.frames.run(4000)
  return { store, ...run }
}

describe('coaching', () => {
  it('says what the last reply did and why it helps or harms', async () => {
    const good = await talking('coaching', 'open.calm')
    const note = coachNote(good.session, taxonomy)
    expect(note?.quality).toBe('supportive')
    expect(note?.acts.map(({ name }) => name.en)).toEqual(['Naming the feeling'])
    expect(note?.why.zh).toBe(taxonomy.acts.find(({ id }) => id === 'LABEL')?.hint.zh)
    const bad = await talking('coaching', 'open.brush')
    expect(coachNote(bad.session, taxonomy)?.quality).toBe('forbidden')
  })

  it('says nothing in practice, and nothing before a word was said', async () => {
    const { session } = await talking('practice', 'open.calm')
    expect([coachNote(session, taxonomy), stepBackTo(session)]).toEqual([null, null])
    const fresh = fakeSession('coaching')
    expect([coachNote(fresh, taxonomy), stepBackTo(fresh)]).toEqual([null, null])
  })

  it('steps back by a new attempt; the old one stays as it was and ends as left', async () => {
    const { store, runner, session, frames } = await talking('coaching', 'open.calm')
    const to = stepBackTo(session)
    expect(to?.at).toBe(8000)
    const id = await stepBack(store, runner, frames.wall(), 1_700_000_050_000)
    const old = await store.get(session.header.id)
    expect([old?.status, old?.entries]).toEqual(['left', session.journal.length])
    const fresh = await store.get(id ?? '')
    expect([fresh?.status, fresh?.header.from, fresh?.header.seed]).toEqual([
      'open',
      { attempt: session.header.id, n: to?.n },
      session.header.seed,
    ])
  })
})
