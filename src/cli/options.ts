/** The few options that our commands share. */

export interface Options {
  readonly json: boolean
  readonly lang: 'zh' | 'en'
  readonly runs: number
  /** What isn't an option. */
  readonly rest: readonly string[]
  /** The first thing that makes no sense; null if all does. */
  readonly wrong: string | null
}

/** Most calls a robot plays for one scenario. */
const MOST_RUNS = 100_000

/** Reads `--json`, `--lang zh|en`, `--runs N` (also with `=`); everything else is kept as it stands. */
export function readOptions(args: readonly string[], runs: number): Options {
  const rest: string[] = []
  let json = false
  let lang: 'zh' | 'en' = 'zh'
  let count = runs
  let wrong: string | null = null
  for (let i = 0; i < args.length; i += 1) {
    const [name = '', given] = (args[i] ?? '').split(/=(.*)/s)
    const value = (): string => {
      if (given !== undefined) return given
      i += 1
      return args[i] ?? ''
    }
    if (name === '--json') json = true
    else if (name === '--lang') {
      const wanted = value()
      if (wanted === 'zh' || wanted === 'en') lang = wanted
      else wrong ??= `--lang ${wanted}`
    } else if (name === '--runs') {
      const wanted = value()
      count = Number.parseInt(wanted, 10)
      if (!/^[1-9][0-9]{0,5}$/.test(wanted) || count > MOST_RUNS) wrong ??= `--runs ${wanted}`
    } else if (name.startsWith('--')) wrong ??= name
    else rest.push(args[i] ?? '')
  }
  return { json, lang, runs: count, rest, wrong }
}

const colourful = process.stdout.isTTY === true && !process.env.NO_COLOR

/** Colours for people at a terminal; plain text for everything else. */
export const paint = {
  red: (text: string) => (colourful ? `\u001b[31m${text}\u001b[0m` : text),
  yellow: (text: string) => (colourful ? `\u001b[33m${text}\u001b[0m` : text),
  green: (text: string) => (colourful ? `\u001b[32m${text}\u001b[0m` : text),
  grey: (text: string) => (colourful ? `\u001b[90m${text}\u001b[0m` : text),
  bold: (text: string) => (colourful ? `\u001b[1m${text}\u001b[0m` : text),
}
