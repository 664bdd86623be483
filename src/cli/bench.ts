/**
 * `npm run -s bench [-- --json] [-- --only <name>]`: how fast it is, each thing beside a named peer in the same run.
 * Each group of rows runs in a process of its own, so that none warms or litters another's engine. Exit 1 only if
 * something could not be measured; a bar that is missed is shown (✗), not failed.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { barsOf } from './bench/bars.ts'
import { checker } from './bench/checker.ts'
import { graph } from './bench/graph.ts'
import { map } from './bench/map.ts'
import { response } from './bench/response.ts'
import { review } from './bench/review.ts'
import { robots } from './bench/robots.ts'
import type { Bench, Row } from './bench/row.ts'
import { scoring } from './bench/scoring.ts'
import { seals } from './bench/seals.ts'
import { start } from './bench/start.ts'
import { typing } from './bench/typing.ts'
import { paint } from './options.ts'

const BENCHES: readonly Bench[] = [
  checker,
  robots,
  scoring,
  seals,
  response,
  start,
  map,
  typing,
  graph,
  review,
]

const Result = z.object({
  rows: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      ours: z.number(),
      peer: z.number(),
      ratio: z.number(),
      peerName: z.string(),
    }),
  ),
})

interface Wanted {
  readonly json: boolean
  readonly benches: readonly Bench[]
}

function readArguments(args: readonly string[]): Wanted {
  const names = BENCHES.map(({ name }) => name).join(', ')
  const chosen: Bench[] = []
  let json = false
  for (let i = 0; i < args.length; i += 1) {
    const [option, given] = (args[i] ?? '').split(/=(.*)/s)
    if (option === '--json') json = true
    else if (option === '--only') {
      if (given === undefined) i += 1
      const name = given ?? args[i] ?? ''
      const bench = BENCHES.find((candidate) => candidate.name === name)
      if (!bench) throw new Error(`--only ${name}: there is ${names}`)
      chosen.push(bench)
    } else throw new Error(`${option}: there is --json and --only <${names}>`)
  }
  return { json, benches: chosen.length > 0 ? chosen : BENCHES }
}

/** Another process of this command for one group. */
function apart({ name }: Bench): readonly Row[] {
  const self = fileURLToPath(import.meta.url)
  const args = [...process.execArgv, self, '--json', '--only', name]
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${name}: could not be measured`)
  return Result.parse(JSON.parse(stdout)).rows
}

const digits = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 })

function line(cells: readonly [string, string, string, string, string, string]): string {
  const [name, unit, ours, peer, ratio, rest] = cells
  const figures = [ours.padStart(9), peer.padStart(10), ratio.padStart(10)]
  return [name.padEnd(50), unit.padEnd(10), ...figures, ` ${rest}`].join(' ').trimEnd()
}

function show(row: Row): void {
  const { name, unit, ours, peer, ratio, peerName } = row
  const bars = barsOf(row).map(({ text, met }) =>
    met ? paint.green(`✓ ${text}`) : paint.red(`✗ ${text}`),
  )
  const rest = [peerName, ...bars].join('  ')
  console.log(
    line([name, unit, digits.format(ours), digits.format(peer), digits.format(ratio), rest]),
  )
}

async function main(): Promise<void> {
  const { json, benches } = readArguments(process.argv.slice(2))
  const alone = benches.length === 1
  const rows: Row[] = []
  if (!json)
    console.log(paint.bold(line(['', 'unit', 'ours', 'peer', 'ours/peer', 'peer and bar'])))
  for (const bench of benches) {
    try {
      const found = alone ? await bench.run() : apart(bench)
      rows.push(...found)
      if (!json) found.forEach(show)
    } catch (error) {
      // the others are still worth measuring
      process.exitCode = 1
      console.error(error instanceof Error ? error.message : error)
    }
  }
  if (json) console.log(JSON.stringify({ rows }))
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
