import { describe, expect, it } from 'vitest'
import { sheetFor } from '../../core/review/testing.ts'
import type { Header } from '../../core/sim/attempt.ts'
import { createMemoryStore } from '../../storage/memory.ts'
import type { AttemptRow, ReviewStore } from '../../storage/review/ports.ts'
import { rowFor } from '../../storage/review/testing.ts'
import type { Kept } from './kept.ts'
import { reviewedStore } from './reviewedStore.ts'
import { siblingsIn } from './siblings.ts'

const header = (id: string, startedAt: number): Header => ({
  id,
  scenario: { id: 'one', version: 1, hash: '0'.repeat(64) },
  engine: 1,
  seed: 's',
  mode: 'exam',
  lang: 'zh',
  trainee: { id: 't1', name: '演甲01', badge: 'D0001' },
  startedAt,
})

function row(id: string, standing: AttemptRow['standing'], more: Partial<AttemptRow> = {}) {
  const { trainee, scenario } = header(id, 0)
  return rowFor({ id, trainee: trainee.id, scenario: scenario.id, standing, ...more })
}

/** A store that has these texts, and tells which were asked for. */
function storeOf(kept: readonly Kept[]) {
  const asked: string[] = []
  const texts: ReviewStore['texts'] = async (ids) => {
    asked.push(...ids)
    return new Map(
      kept.flatMap((one): [string, Uint8Array<ArrayBuffer>][] =>
        ids.includes(one.header.id)
          ? [[one.header.id, new TextEncoder().encode(JSON.stringify(one))]]
          : [],
      ),
    )
  }
  return { asked, texts }
}

const LEFT = '01940000-0000-7000-8000-000000000001'
const left: Kept = {
  header: header(LEFT, 20),
  status: 'left',
  result: null,
  entries: [{ n: 0, at: 0, origin: 'script', happening: { what: 'finished', left: true } }],
}

describe('the attempts beside one', () => {
  it("are the trainee's own at the scenario, newest first; only of unscored ones the text is read", async () => {
    const { asked, texts } = storeOf([left])
    const pages = {
      rows: [
        row('old', 'counted'),
        row(LEFT, 'left'),
        row('new', 'counted'),
        row('other', 'counted', { scenario: 'two' }),
        row('theirs', 'counted', { trainee: 't2' }),
      ],
      sheets: [
        sheetFor({ attempt: 'old', at: 10, total: 41, dims: [12, 0, 0, 0, 0, 0, 0] }),
        sheetFor({ attempt: 'new', at: 30, mode: 'exam' }),
        sheetFor({ attempt: 'other', at: 40, scenario: 'two' }),
        sheetFor({ attempt: 'theirs', at: 50, trainee: 't2' }),
      ],
    }
    const found = await siblingsIn(pages, { texts }, header('new', 30))
    expect(found.map((one) => [one.header.id, one.header.mode, one.status])).toEqual([
      ['new', 'exam', 'finished'],
      [LEFT, 'exam', 'left'],
      ['old', 'practice', 'finished'],
    ])
    expect(found[2]?.result).toMatchObject({ total: 41, classPoints: 12, classMax: 20 })
    expect(asked).toEqual([LEFT])
  })

  it('is read once for its head and its journal, and looked for at home if the review has none', async () => {
    const { asked, texts } = storeOf([left])
    const own = createMemoryStore()
    await own.create(header('mine', 5))
    const store = reviewedStore(own, { texts })
    expect(await store.get(LEFT)).toMatchObject({ status: 'left', entries: 1 })
    expect(await store.entries(LEFT)).toEqual(left.entries)
    expect(asked).toEqual([LEFT])
    expect(await store.get('mine')).toMatchObject({ status: 'open' })
    expect(await store.get('nobody')).toBeNull()
  })
})
