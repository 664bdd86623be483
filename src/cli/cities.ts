import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { diagnoseCity } from '../core/city/diagnose.ts'
import type { CityDiagnostic } from '../core/city/finder.ts'
import { gatherCity } from '../core/city/gather.ts'
import { MOST_TEXT } from '../core/city/shapeChecks.ts'
import { CITY_PATHS, eachFile } from '../core/city/texts.ts'
import { shownPath } from './content.ts'
import { type Options, paint } from './options.ts'

interface CheckedCity {
  readonly file: string
  readonly ok: boolean
  readonly diagnostics: readonly CityDiagnostic[]
}

/** A file's text, empty if there is none. One far beyond the limit is cut: it is refused anyway. */
function read(file: string): string {
  if (!existsSync(file)) return ''
  if (statSync(file).size > MOST_TEXT * 4) return ' '.repeat(MOST_TEXT + 1)
  return readFileSync(file, 'utf8')
}

/** A city's folder as it ships, or a GeoJSON file as the studio would take it. */
function checked(path: string): CheckedCity {
  const file = shownPath(path)
  if (existsSync(path) && statSync(path).isDirectory()) {
    const texts = eachFile((one) => read(join(path, CITY_PATHS[one])))
    const { diagnostics, city } = diagnoseCity(texts)
    return { file, ok: city !== null, diagnostics }
  }
  const gathered = gatherCity([{ name: basename(path), text: read(path) }], {
    taken: [],
    partners: [],
    romanise: (zh) => zh,
  })
  const { ok, diagnostics } = gathered
  return { file, ok: ok && diagnostics.every(({ severity }) => severity !== 'error'), diagnostics }
}

/** `scenario city …`: what is wrong with cities. False if one can't be played in. */
export function checkCities({ rest, json, lang }: Options): boolean {
  const all = rest.map(checked)
  if (json) console.log(JSON.stringify({ cities: all }))
  else for (const one of all) print(one, lang)
  return all.every(({ ok }) => ok)
}

function print({ file, ok, diagnostics }: CheckedCity, lang: Options['lang']): void {
  console.log(`${ok ? paint.green('✓') : paint.red('✗')} ${paint.bold(file)}`)
  for (const one of diagnostics) {
    const code = one.severity === 'error' ? paint.red(one.code) : paint.yellow(one.code)
    console.log(`  ${one.file}:${one.line} ${code} ${one.message[lang]}  ${paint.grey(one.path)}`)
    console.log(`      ${lang === 'zh' ? '改法' : 'fix'}: ${one.fix[lang]}`)
  }
}
