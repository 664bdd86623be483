import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROBOTS } from '../../core/robots/robots.ts'
import { stagesOf, trial } from '../../core/robots/trial.ts'
import { draw, sha256, sha256Bytes } from '../../core/scenario/hash.ts'
import { fromBase64Url, toBase64Url } from '../../core/sim/base64url.ts'
import { statusInFile } from '../../core/sim/ended.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { chainHead, type Seal, sealedText, seal as sealShape } from '../../core/sim/seal.ts'
import { scenarioFrom } from '../../core/testing/drive.ts'
import { groundFrom } from '../../core/testing/ground.ts'
import { resultOf } from '../../desk/runtime/finishAttempt.ts'
import { attemptId } from '../../storage/fixtures.ts'
import { fileResult } from '../../storage/seal/fileResult.ts'
import type { Signer } from '../../storage/seal/signer.ts'
import { aWorkstation, changed, leaves, type Sealed, shuffled } from '../../storage/seal/testing.ts'
import { verifySeal } from './verifySeal.ts'

const shipped = (name: string) =>
  readFileSync(new URL(`../../../scenarios/${name}`, import.meta.url), 'utf8')
const ground = groundFrom(shipped('taxonomy.yaml'), shipped('rubric.yaml'))
const stages = stagesOf(scenarioFrom(), ground)

/** The `i`th call, worked by a robot and scored. */
function call(i: number): Sealed {
  const robot = ROBOTS[i % ROBOTS.length] ?? 'best'
  const stage = stages[i % stages.length]
  if (!stage) throw new Error('no variant')
  const made = trial(robot, stage, ground, `call-${i}`)
  return {
    header: { ...made.header, id: attemptId(i), startedAt: i },
    status: statusInFile(made.journal, 'finished'),
    result: fileResult(resultOf(made.card)),
    entries: [...made.journal],
  }
}

const sign = (signer: Signer, { header, status, result, entries }: Sealed, late = false) =>
  signer.sign(header, status, result, entries, late)
const verify = (seal: Seal, { header, status, result, entries }: Sealed) =>
  verifySeal(seal, header, status, result, entries)

const here = aWorkstation()
const one = call(1)
let seal: Seal
beforeAll(async () => {
  seal = await sign(here, one)
})

/** What somebody might do to an attempt by hand; each gives another attempt. */
const tampering: fc.Arbitrary<(was: Sealed) => Sealed> = fc.oneof(
  fc.nat(1_000).map((at) => (was: Sealed) => ({
    ...was,
    header: changed(was.header, at % leaves(was.header)),
  })),
  fc.constantFrom('open', 'left', 'interrupted').map((status) => (was: Sealed) => ({
    ...was,
    status,
  })),
  fc.nat(1_000).map((at) => (was: Sealed) => ({
    ...was,
    result: changed(was.result, at % leaves(was.result)),
  })),
  fc.constant((was: Sealed) => ({ ...was, result: null })),
  fc.tuple(fc.nat(10_000), fc.nat(50)).map(([n, at]) =>
    withEntries((entries) => {
      const place = n % entries.length
      return entries.map((entry, i) => (i === place ? changed(entry, at % leaves(entry)) : entry))
    }),
  ),
  fc.tuple(fc.nat(10_000), fc.nat(10_000)).map(([a, b]) =>
    withEntries((entries) => {
      const from = a % entries.length
      const to = (from + 1 + (b % (entries.length - 1))) % entries.length
      return entries.map((entry, i) => entries[i === from ? to : i === to ? from : i] ?? entry)
    }),
  ),
  fc.nat(10_000).map((n) => withEntries((entries) => entries.slice(1 + (n % entries.length)))),
  fc.nat(10_000).map((n) => withEntries((entries) => entries.slice(0, n % entries.length))),
  fc.nat(10_000).map((n) => withEntries((entries) => entries.toSpliced(n % entries.length, 1))),
  fc
    .tuple(fc.nat(10_000), fc.nat(10_000))
    .map(([n, m]) =>
      withEntries((entries) =>
        entries.toSpliced(
          n % (entries.length + 1),
          0,
          ...entries.slice(m % entries.length).slice(0, 1),
        ),
      ),
    ),
)

function withEntries(change: (entries: readonly Entry[]) => Entry[]): (was: Sealed) => Sealed {
  return (was) => ({ ...was, entries: change(was.entries) })
}

const renumbered = (was: Sealed): Sealed => ({
  ...was,
  entries: was.entries.map((entry, n) => ({ ...entry, n })),
})

describe('a seal', () => {
  it('is of the shape that files may hold, and good', async () => {
    expect(sealShape.parse(seal)).toEqual(seal)
    expect(seal).not.toHaveProperty('late')
    expect(one.entries.length).toBeGreaterThan(32)
    expect(await verify(seal, one)).toBe('good')
    const late = await sign(here, one, true)
    expect(sealShape.parse(late)).toMatchObject({ late: true, station: seal.station })
    expect(await verify(late, one)).toBe('good')
    const { late: _, ...hidden } = late
    expect(await verify(hidden, one)).toBe('bad-signature')
  })

  it('covers every way to change an attempt', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, fc.boolean(), async (tamper, renumber) => {
        const other = renumber ? renumbered(tamper(one)) : tamper(one)
        // swapping or doubling equal entries may come to the same attempt
        fc.pre(JSON.stringify(other) !== JSON.stringify(one))
        expect(await verify(seal, other)).toBe('edited')
        const { header, status, result, entries } = other
        const forged = {
          ...seal,
          count: entries.length,
          head: chainHead(header, status, result, entries),
        }
        expect(await verify(forged, other)).toBe('bad-signature')
      }),
      { numRuns: 1_000 },
    )
  })

  it('is of one workstation only', async () => {
    const elsewhere = await sign(aWorkstation(), one)
    expect(elsewhere.station).not.toBe(seal.station)
    expect(await verify(elsewhere, one)).toBe('good')
    expect(await verify({ ...elsewhere, station: seal.station }, one)).toBe('bad-signature')
    expect(await verify({ ...elsewhere, key: seal.key }, one)).toBe('bad-signature')
    expect(await verify({ ...seal, signature: elsewhere.signature }, one)).toBe('bad-signature')
    const { station, key } = seal
    expect(await verify({ ...elsewhere, station, key }, one)).toBe('bad-signature')
    // a key that is no point on the curve, under the id that fits it
    const none = new Uint8Array(65).fill(4)
    const strange = { ...seal, key: toBase64Url(none), station: sha256Bytes(none) }
    expect(await verify(strange, one)).toBe('bad-signature')
  })

  it('accuses none of 1,000 honest calls, however their files are written', async () => {
    for (let i = 0; i < 1_000; i += 1) {
      const honest = call(i)
      const mixed = shuffled(honest, (below) => draw(`${i}`, 'order', below))
      const again: Sealed = JSON.parse(JSON.stringify(mixed, null, i % 2))
      expect(await verify(await sign(here, honest, i % 3 === 0), again)).toBe('good')
    }
  }, 240_000)

  it('signs what it says it signs', () => {
    const { station, count, head } = seal
    expect(sealedText(seal)).toBe(`first-ring-seal/1\n${station}\n${count}\n${head}\nat the end\n`)
    expect(station).toBe(sha256Bytes(fromBase64Url(seal.key)))
    expect(chainHead(one.header, 'open', null, [])).toMatch(/^[0-9a-f]{64}$/)
  })
})

it('hashes as the standard does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      const bytes = new TextEncoder().encode(text)
      const theirs = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      expect(sha256(text)).toBe(Buffer.from(theirs).toString('hex'))
    }),
    { numRuns: 500 },
  )
})
