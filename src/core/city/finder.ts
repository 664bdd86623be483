import type { Diagnostic } from '../scenario/diagnostic.ts'
import type { Text } from '../scenario/primitives.ts'
import { CITY_CATALOGUE, type CityCode } from './catalogue.ts'
import type { Feature } from './sketch.ts'
import { CITY_PATHS, type CityFileName } from './texts.ts'

/** What is wrong with a city's file. */
export interface CityDiagnostic extends Diagnostic {
  readonly code: CityCode
  /** `roads.geojson`, or what the imported file is called. */
  readonly file: string
  /** Which feature of its file, from 0; null where it is about the whole file. */
  readonly feature: number | null
}

/** Most of one code, so that a file full of one fault still shows the others. */
const MOST_OF_ONE = 25

interface Where {
  readonly file: string
  readonly feature: number | null
  readonly line: number
  /** Below the feature: `properties.name.zh`. */
  readonly at: string
}

/** Collects what the checks find, each trouble once, and says how much was left out. */
export class CityFinder {
  readonly #found = new Map<string, CityDiagnostic>()
  readonly #counts = new Map<CityCode, number>()

  /** Notes something about a feature. `at`: below the feature, such as `properties.road`. */
  feature(code: CityCode, feature: Feature, at: string, message: Text, fix?: Text): void {
    const file = CITY_PATHS[feature.layer]
    this.add(code, { file, feature: feature.index, line: feature.line, at }, message, fix)
  }

  /** Notes something about a whole file. */
  file(code: CityCode, file: CityFileName, message: Text, at = ''): void {
    this.add(code, { file: CITY_PATHS[file], feature: null, line: 1, at }, message)
  }

  add(code: CityCode, { file, feature, line, at }: Where, message: Text, fix?: Text): void {
    const steps = [feature === null ? '' : `features.${feature}`, at].filter((step) => step !== '')
    const path = steps.join('.')
    const key = `${code} ${file} ${path} ${feature === null ? message.en : ''}`
    if (this.#found.has(key)) return
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count > MOST_OF_ONE) return
    const entry = CITY_CATALOGUE[code]
    const { severity } = entry
    this.#found.set(key, {
      code,
      severity,
      file,
      feature,
      path,
      line,
      column: 1,
      message,
      fix: fix ?? entry.fix,
    })
  }

  has(...codes: readonly CityCode[]): boolean {
    return codes.some((code) => this.#counts.has(code))
  }

  get hasErrors(): boolean {
    return [...this.#counts.keys()].some((code) => CITY_CATALOGUE[code].severity === 'error')
  }

  /** What was found: errors first, then in the order in which it was found. The last of a code says how many more there are. */
  list(): readonly CityDiagnostic[] {
    const last = new Map<CityCode, CityDiagnostic>()
    for (const item of this.#found.values()) last.set(item.code, item)
    const told = [...this.#found.values()].map((item) => {
      const more = (this.#counts.get(item.code) ?? 0) - MOST_OF_ONE
      if (more <= 0 || last.get(item.code) !== item) return item
      const { zh, en } = item.message
      return {
        ...item,
        message: { zh: `${zh}（同类还有 ${more} 处）`, en: `${en} (${more} more like it)` },
      }
    })
    const grade = ({ severity }: CityDiagnostic) => (severity === 'error' ? 0 : 1)
    return told.sort((a, b) => grade(a) - grade(b))
  }
}
