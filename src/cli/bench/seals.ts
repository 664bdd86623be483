import { trial } from '../../core/robots/trial.ts'
import { verifySeal } from '../../review/intake/verifySeal.ts'
import { createSigner } from '../../storage/seal/signer.ts'
import { inTurn, processorMs, rate } from './meter.ts'
import { type Bench, row } from './row.ts'
import { nth, robotMix } from './stages.ts'

/** So many seals are checked at a time: their signatures go to the engine's own threads. */
const TOGETHER = 50

/**
 * Checking seals alone: chain and signature of robots' attempts in memory. The peer is reading the same journals from
 * JSON, the least that anybody must do with an attempt file.
 */
export const seals: Bench = {
  name: 'seals',
  run: async () => {
    let pair: Promise<CryptoKeyPair> | undefined
    const signer = createSigner({
      key(make) {
        pair ??= make()
        return pair
      },
    })
    const sealed = await Promise.all(
      robotMix().map(async ({ robot, stage, ground }, n) => {
        const { header, journal } = trial(robot, stage, ground, `bench-${n}`)
        const seal = await signer.sign(header, 'finished', null, journal, false)
        return { header, journal, seal, text: JSON.stringify(journal) }
      }),
    )
    const check = async (n: number) => {
      const { seal, header, journal } = nth(sealed, n)
      const verdict = await verifySeal(seal, header, 'finished', null, journal)
      if (verdict !== 'good') throw new Error(`an honest seal is ${verdict}`)
    }
    const entries = sealed.reduce((sum, { journal }) => sum + journal.length, 0)
    const { ours, peer } = await inTurn(
      7,
      () => rateTogether(check, 800),
      () => rate((n) => JSON.parse(nth(sealed, n).text), 400),
      2,
    )
    const each = Math.round(entries / sealed.length)
    const name = `seals checked, of ${each} entries on average`
    return [row(name, 'attempts/s', ours, peer, 'JSON.parse of the same journals')]
  },
}

/** As `rate`, of work that waits: many at a time. */
async function rateTogether(step: (n: number) => Promise<void>, budget: number): Promise<number> {
  const from = processorMs()
  let spent = 0
  let done = 0
  while (spent < budget) {
    await Promise.all(Array.from({ length: TOGETHER }, (_, i) => step(done + i)))
    done += TOGETHER
    spent = processorMs() - from
  }
  return (done * 1000) / spent
}
