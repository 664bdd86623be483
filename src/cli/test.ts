/**
 * `npm test`: types and lint side by side, unit tests, build, browser tests, in this order, and one line of sums at
 * the very end. Everything runs even after a failure, so that one run shows all that is wrong.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { needChromium } from './chromium.ts'

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
})

interface Sum {
  passed: number
  failed: number
}

const folder = mkdtempSync(join(tmpdir(), 'first-ring-test-'))
const total: Sum = { passed: 0, failed: 0 }

function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean {
  return spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', env }).status === 0
}

function count(name: string, result: Sum): void {
  total.passed += result.passed
  total.failed += result.failed
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${name}\n`)
}

/** A check that passes or fails as one. */
function check(name: string, ...args: readonly string[]): boolean {
  console.log(`— ${name}`)
  const ok = run(args)
  count(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  return ok
}

/** The same beside others: what it prints is shown when it is done. */
function checkBeside(name: string, ...args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    const hear = (chunk: Buffer) => {
      told += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => {
      told += error.message
    })
    child.on('close', (status) => {
      console.log(`— ${name}\n${told.trimEnd()}`)
      count(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
      resolve()
    })
  })
}

/** Vitest's own counts. A file that does not even load, or a skipped test, is a failure too. */
function tests(project: string, env: NodeJS.ProcessEnv): void {
  console.log(`— ${project} tests`)
  const file = join(folder, `${project}.json`)
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = run(['vitest', 'run', '--project', project, ...reports], env)
  count(`${project} tests`, read(file, ok))
}

function read(file: string, ok: boolean): Sum {
  try {
    const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
    const failed = report.numFailedTests + report.numPendingTests
    const unseen = !ok && failed === 0 ? Math.max(1, report.numFailedTestSuites) : 0
    return { passed: report.numPassedTests, failed: failed + unseen }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

try {
  const browser = needChromium()
  await Promise.all([
    checkBeside('types', 'tsc', '-p', 'tsconfig.json'),
    checkBeside('types of the core, without DOM and Node', 'tsc', '-p', 'src/core/tsconfig.json'),
    checkBeside('lint', 'biome', 'check', '--error-on-warnings', '.'),
  ])
  tests('unit', process.env)
  if (check('build', 'vite', 'build', '--logLevel', 'warn'))
    tests('e2e', { ...process.env, CHROMIUM_PATH: browser })
} catch (error) {
  total.failed += 1
  console.error(error instanceof Error ? error.message : error)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
