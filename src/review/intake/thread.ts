import { type CohortScenario, cohortTrainees } from '../../core/robots/cohort.ts'
import type { TrialGround } from '../../core/robots/trial.ts'
import type { Person } from '../../storage/review/ports.ts'
import { createLibrary, type Library } from '../../ui/library/library.ts'
import { CARRIED_CITY, carriedFrom } from './carried.ts'
import { type Played, playDemo } from './demo.ts'
import { judgeAll, type Playable } from './judge.ts'
import type { DemoPlan, FromThread, Refused, ToThread } from './protocol.ts'
import { incoming, type ReadAttempt, readFile } from './read.ts'

/** The work of the intake's thread, apart from the thread itself, so that tests can run it in theirs. */

/** Attempts in one message: enough that messages cost little, few enough that progress is seen. */
const BATCH = 200
/** Of a scenario so many are sent together where there are enough: the store keeps those in one place. */
const TOGETHER = 50
const DEMO_BATCH = 40
/** So many batches may wait to be written: the next file is looked through meanwhile. */
const AHEAD = 3

export function createThread(post: (message: FromThread) => void): (message: ToThread) => void {
  const asked = new Map<number, { resolve: (text: string | null) => void; path: string }>()
  let asks = 0
  const ask = (path: string, hash: string | null): Promise<string | null> =>
    new Promise((resolve) => {
      asks += 1
      asked.set(asks, { resolve, path })
      post({ kind: 'text?', ask: asks, path, hash })
    })
  const library = createLibrary({
    read: async (path) => {
      const text = await ask(path, null)
      if (text === null) throw new Error(`scenarios/${path}: no such file`)
      return text
    },
    pinned: (id, hash) => ask(id, hash),
    carried: async (hash, city) => carriedFrom(await ask(`${CARRIED_CITY}${city}`, hash)),
  })
  let untaken = 0
  let go: (() => void) | null = null
  /** Sends, and waits while the page has more than `ahead` that it hasn't taken yet. */
  const hand = (message: FromThread, ahead = 0): Promise<void> =>
    new Promise((resolve) => {
      post(message)
      untaken += 1
      if (untaken <= ahead) resolve()
      else go = resolve
    })

  const read = async (file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const refused: Refused[] = []
    let some: ReadAttempt[] = []
    let attempts = 0
    const flush = async (): Promise<void> => {
      attempts += some.length
      const batch = await Promise.all(some.map((one) => incoming(one, file)))
      some = []
      await hand({ kind: 'incoming', batch }, AHEAD)
    }
    const gathered = new Map<string, ReadAttempt[]>()
    for (const one of readFile(file, bytes)) {
      if ('why' in one) {
        refused.push(one)
        continue
      }
      const { id } = one.head.header.scenario
      const alike = gathered.get(id) ?? []
      gathered.set(id, alike)
      alike.push(one)
      if (alike.length < TOGETHER) continue
      some.push(...alike.splice(0))
      if (some.length >= BATCH) await flush()
    }
    for (const alike of gathered.values()) {
      some.push(...alike)
      if (some.length >= BATCH) await flush()
    }
    if (some.length > 0) await flush()
    if (refused.length > 0) post({ kind: 'refused', list: refused })
    post({ kind: 'read', file, attempts })
  }
  const playable = playableFrom(library)
  const work = async (message: ToThread): Promise<void> => {
    switch (message.kind) {
      case 'text':
        asked.get(message.ask)?.resolve(message.text)
        asked.delete(message.ask)
        return
      case 'go':
        untaken -= 1
        go?.()
        return
      case 'read':
        return read(message.file, message.bytes)
      case 'judge': {
        const stations = new Set(message.stations)
        const batch = await judgeAll(message.items, stations, playable)
        post({ kind: 'judged', batch })
        return
      }
      case 'demo':
        return demo(message.plan, library, hand).then(() => post({ kind: 'demo-done' }))
    }
  }
  return (message) => {
    work(message).catch((error: unknown) =>
      post({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    )
  }
}

async function demo(
  { scenarios: ids, ...rest }: DemoPlan,
  library: Library,
  hand: (message: FromThread) => Promise<void>,
): Promise<void> {
  const scenarios: CohortScenario[] = []
  for (const id of ids) {
    const { scenario, hash } = await library.scenario(id)
    scenarios.push({ scenario, hash, ground: await groundOf(library, scenario.city) })
  }
  const plan = { ...rest, scenarios }
  let waiting: Played[] = []
  const flush = async (people: readonly Person[]): Promise<void> => {
    const batch = waiting
    waiting = []
    await hand({
      kind: 'played',
      batch: batch.map(({ incoming }) => incoming),
      judged: batch.map(({ judged }) => judged),
      people,
    })
  }
  await flush(demoPeople(plan.trainees, cohortTrainees(plan)))
  await playDemo(plan, async (played) => {
    waiting.push(played)
    if (waiting.length === DEMO_BATCH) await flush([])
  })
  await flush([])
}

/** Two groups, told apart by name as robots'. */
function demoPeople(
  count: number,
  trainees: readonly { readonly badge: string; readonly name: string }[],
): Person[] {
  return trainees.map(({ badge, name }, index) => ({
    badge,
    name,
    group: index % 2 === 0 ? '演示一组' : '演示二组',
    term: index < count / 2 ? '演示第1期' : '演示第2期',
  }))
}

async function groundOf(library: Library, city: string, hash?: string): Promise<TrialGround> {
  const [{ atlas }, rubric, taxonomy] = await Promise.all([
    library.city(city, hash),
    library.rubric(),
    library.taxonomy(),
  ])
  return groundFor(atlas, rubric, taxonomy)
}

/** The same object for the same parts: what is compiled for it is found again. */
const grounds = new WeakMap<TrialGround['atlas'], TrialGround>()
function groundFor(
  atlas: TrialGround['atlas'],
  rubric: TrialGround['rubric'],
  taxonomy: TrialGround['taxonomy'],
): TrialGround {
  const known = grounds.get(atlas)
  if (known?.rubric === rubric && known.taxonomy === taxonomy) return known
  const made = { atlas, rubric, taxonomy }
  grounds.set(atlas, made)
  return made
}

/** Each version is asked for once in a thread's life: the page would have to look it up in its storage each time. */
function playableFrom(library: Library): Playable {
  const asked = new Map<string, ReturnType<Playable>>()
  const find: Playable = async (id, hash) => {
    const loaded = await library.scenario(id, hash).catch(() => null)
    if (loaded?.hash !== hash) return null
    return {
      scenario: loaded.scenario,
      ground: await groundOf(library, loaded.scenario.city, hash),
    }
  }
  return (id, hash) => {
    const key = `${id}@${hash}`
    const known = asked.get(key)
    if (known) return known
    const found = find(id, hash)
    asked.set(key, found)
    return found
  }
}
