import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftChange, DraftStore, OpenedDraft } from '../../storage/drafts/ports.ts'
import { Draft, SCENARIO_FILE } from './draft.ts'

/** A store of one draft: what was appended, and a switch that makes it fail. */
function fakeStore(text: string) {
  const stored: DraftChange[] = []
  const fake = {
    stored,
    fails: false,
    opened: (): OpenedDraft => ({
      info: {
        id: 'd1',
        kind: 'scenario',
        origin: { from: 'copy', of: 'tiny' },
        createdAt: 0,
        name: 'tiny',
        title: { zh: '小', en: 'Tiny' },
        changedAt: 0,
        changes: stored.length,
        versions: 0,
        removed: false,
      },
      base: new Map([[SCENARIO_FILE, { text }]]),
      changes: [...stored],
    }),
    store: {
      append: async (_id: string, changes: readonly DraftChange[]) => {
        if (fake.fails) throw new Error('no room')
        stored.push(...changes)
      },
      release: async () => undefined,
    } satisfies Partial<DraftStore>,
  }
  return fake
}

type Fake = ReturnType<typeof fakeStore>

const LABEL = { zh: '打字', en: 'typing' }

function open(fake: Fake, clock = { now: 0 }): Draft {
  // only what the draft calls
  return new Draft(fake.opened(), fake.store as unknown as DraftStore, () => clock.now)
}

const type = (draft: Draft, at: number, insert: string, joins?: string): void =>
  draft.patch(LABEL, [{ from: at, to: at, insert }], joins === undefined ? {} : { joins })

describe('an open draft', () => {
  it('takes letters typed in one go back as one step, and later ones on their own', () => {
    const clock = { now: 0 }
    const draft = open(fakeStore('ab'), clock)
    type(draft, 2, 'c', 'typing')
    clock.now += 300
    type(draft, 3, 'd', 'typing')
    clock.now += 5000
    type(draft, 4, 'e', 'typing')
    expect(draft.state.text).toBe('abcde')
    draft.undo()
    expect(draft.state.text).toBe('abcd')
    draft.undo()
    expect(draft.state.text).toBe('ab')
    expect(draft.state.undo).toBeNull()
    draft.redo()
    draft.redo()
    expect(draft.state.text).toBe('abcde')
    expect(draft.state.redo).toBeNull()
  })

  it('forgets what was taken back once something else is done', () => {
    const draft = open(fakeStore('a'))
    type(draft, 1, 'b')
    draft.undo()
    type(draft, 1, 'x')
    expect(draft.state.redo).toBeNull()
    draft.undo()
    expect(draft.state.text).toBe('a')
  })

  it('undoes files of every kind alike', () => {
    const draft = open(fakeStore('a'))
    draft.put(LABEL, 'plans/good.yaml', { text: 'title: x' })
    draft.put(LABEL, 'plans/good.yaml', { text: 'title: y' })
    draft.put(LABEL, 'plans/good.yaml', null)
    draft.undo()
    draft.undo()
    expect(draft.state.files.get('plans/good.yaml')).toEqual({ text: 'title: x' })
    draft.undo()
    expect(draft.state.files.has('plans/good.yaml')).toBe(false)
  })

  it('keeps what storage refuses, says so, and writes it later in order', async () => {
    const fake = fakeStore('')
    const draft = open(fake)
    fake.fails = true
    type(draft, 0, 'a')
    await expect(draft.written()).rejects.toThrow('no room')
    type(draft, 1, 'b')
    expect(draft.state.text).toBe('ab')
    fake.fails = false
    await draft.written()
    expect(draft.state.saving.state).toBe('saved')
    expect(fake.stored.map(({ n }) => n)).toEqual([0, 1])
  })

  it('sends each change at once, whatever has become of those before', async () => {
    const fake = fakeStore('')
    const sent: (readonly number[])[] = []
    const ends: ((error?: Error) => void)[] = []
    fake.store.append = (_id, changes) => {
      sent.push(changes.map(({ n }) => n))
      return new Promise((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve()))
      })
    }
    const draft = open(fake)
    for (const at of [0, 1, 2]) type(draft, at, 'x')
    expect(sent).toEqual([[0], [1], [2]])
    ends[0]?.()
    await Promise.resolve()
    expect(draft.state.saving.state).toBe('saving')
    // the second fails, and with it whatever was sent after it: both are sent again
    ends[1]?.(new Error('no room'))
    ends[2]?.(new Error('no room'))
    await new Promise((done) => setTimeout(done))
    expect(draft.state.saving.state).toBe('failed')
    type(draft, 3, 'y')
    expect(sent.slice(3)).toEqual([[1, 2, 3]])
    ends[3]?.()
    await draft.written()
    expect(draft.state.saving.state).toBe('saved')
  })

  it('opens again with the same text, and the same steps to take back, after any work', async () => {
    const act = fc.oneof(
      fc.record({
        do: fc.constant('type' as const),
        at: fc.nat(),
        text: fc.string({ maxLength: 4 }),
      }),
      fc.record({ do: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(5) }),
      fc.constant({ do: 'undo' as const }),
      fc.constant({ do: 'redo' as const }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.nat(3000) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const clock = { now: 0 }
        const fake = fakeStore('first text')
        const draft = open(fake, clock)
        const texts = new Set<string>()
        for (const one of acts) {
          const { length } = draft.state.text
          if (one.do === 'type') type(draft, one.at % (length + 1), one.text, 'typing')
          else if (one.do === 'cut') {
            const from = one.at % (length + 1)
            const to = Math.min(length, from + one.length)
            draft.patch(LABEL, [{ from, to, insert: '' }])
          } else if (one.do === 'wait') clock.now += one.ms
          else draft[one.do]()
          texts.add(draft.state.text)
        }
        await draft.written()
        const again = open(fake, clock)
        for (const turn of ['undo', 'redo'] as const)
          for (let i = 0; i <= acts.length; i += 1) {
            expect(again.state.text).toBe(draft.state.text)
            expect(again.state[turn]).toEqual(draft.state[turn])
            draft[turn]()
            again[turn]()
          }
      }),
      { numRuns: 150 },
    )
  })
})

it('is let go only when a change that was announced has come and is written', async () => {
  const fake = fakeStore('text')
  const draft = open(fake)
  const seen: string[] = []
  fake.store.release = async () => {
    seen.push(`released after ${fake.stored.length}`)
    return undefined
  }
  const closed = draft.close()
  // announced by what goes with the page, just after
  draft.expect(new Promise<void>((done) => setTimeout(done, 5)).then(() => type(draft, 0, 'late ')))
  draft.expect(Promise.reject(new Error('nothing came of it')))
  await closed
  expect(seen).toEqual(['released after 1'])
})
