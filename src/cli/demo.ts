/**
 * `npm run -s demo -- --trainees 60 --days 60 <folder>`: a term of robot trainees, played through the real simulation
 * and marked as a demonstration: the export files of three workstations, each with its public key, and the list of
 * groups. Drop them on the review's Data page. The same seed gives the same calls (`--seed`).
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialiseBundle } from '../core/sim/fileText.ts'
import { aWorkstation } from '../storage/seal/testing.ts'
import { ContentError } from './content.ts'
import { cohortScenarios, playTerm, sealed } from './demo/term.ts'

interface Wanted {
  readonly trainees: number
  readonly days: number
  readonly attempts: number
  readonly seed: string
  readonly folder: string
}

const STATIONS = 3
const DAY_MS = 86_400_000
const USAGE =
  'demo [--trainees 1–400] [--days 1–365] [--attempts 1–60] [--seed <word>] <folder>   (the folder must not be there yet)'

function readArguments(args: readonly string[]): Wanted | null {
  const wanted = { trainees: 60, days: 60, attempts: 30, seed: 'demo', folder: '' }
  const numbers: Record<string, readonly ['trainees' | 'days' | 'attempts', number]> = {
    '--trainees': ['trainees', 400],
    '--days': ['days', 365],
    '--attempts': ['attempts', 60],
  }
  for (let i = 0; i < args.length; i += 1) {
    const [name = '', given] = (args[i] ?? '').split(/=(.*)/s)
    if (!name.startsWith('--')) {
      if (wanted.folder !== '') return null
      wanted.folder = name
      continue
    }
    if (given === undefined) i += 1
    const value = given ?? args[i] ?? ''
    const number = numbers[name]
    if (number) {
      const [key, most] = number
      if (!/^[1-9]\d{0,2}$/.test(value) || Number(value) > most) return null
      wanted[key] = Number(value)
    } else if (name === '--seed' && /^[a-z0-9-]{1,30}$/.test(value)) wanted.seed = value
    else return null
  }
  return wanted.folder === '' ? null : wanted
}

async function run({ trainees, days, attempts, seed, folder }: Wanted): Promise<void> {
  const now = Date.now()
  const term = playTerm(
    {
      seed,
      trainees,
      attempts,
      from: now - (now % DAY_MS) - days * DAY_MS,
      days,
      terms: 2,
      skills: [0.55, 1],
      learning: true,
      scenarios: cohortScenarios(),
    },
    (done) => {
      if (done % 100 === 0) process.stderr.write(`\r${done} / ${trainees * attempts}`)
    },
  )
  process.stderr.write('\r')
  mkdirSync(folder, { recursive: true })
  for (let i = 0; i < STATIONS; i += 1) {
    const signer = aWorkstation()
    const people = term.trainees.filter((_, index) => index % STATIONS === i)
    const ids = new Set(people.map(({ id }) => id))
    const own = term.attempts.filter(({ attempt }) => ids.has(attempt.header.trainee.id))
    const items = await Promise.all(own.map((one) => sealed(one, signer)))
    const name = `workstation-${i + 1}`
    writeFileSync(join(folder, `${name}.json`), serialiseBundle(items, people))
    const station = await signer.station()
    const key = { format: 'first-ring-station', formatVersion: 1, ...station, name }
    writeFileSync(join(folder, `${name}-key.json`), `${JSON.stringify(key)}\n`)
  }
  const rows = term.trainees.map(
    ({ badge, name }, index) =>
      `${badge},${name},${index % 2 === 0 ? '演示一组' : '演示二组'},${index < trainees / 2 ? '演示第1期' : '演示第2期'}`,
  )
  writeFileSync(join(folder, 'groups.csv'), `\uFEFF编号,姓名,班组,期次\r\n${rows.join('\r\n')}\r\n`)
  console.log(`${term.attempts.length} attempts of ${trainees} robots in ${folder}`)
}

const wanted = readArguments(process.argv.slice(2))
if (wanted === null || existsSync(wanted.folder)) {
  console.error(wanted === null ? USAGE : `${wanted.folder} is there already: nothing was written`)
  process.exitCode = 1
} else {
  try {
    await run(wanted)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
