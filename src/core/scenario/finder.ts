import { CATALOGUE, type Code } from './catalogue.ts'
import type { Diagnostic, Path } from './diagnostic.ts'
import type { Locate } from './parse.ts'
import type { Text } from './primitives.ts'
import type { RouteStep } from './proof/route.ts'

/** Most diagnostics that one file gets; more helps nobody. */
const MOST = 100

export interface Extra {
  readonly fix?: Text
  readonly instead?: string
  readonly severity?: Diagnostic['severity']
  readonly route?: readonly RouteStep[]
  /** What it is about, where several things may be wrong at one place. */
  readonly about?: string
}

/** Collects what the checks find: each trouble once, with its place in the file. */
export class Finder {
  readonly #locate: Locate
  readonly #found = new Map<string, Diagnostic>()

  constructor(locate: Locate) {
    this.#locate = locate
  }

  /** Notes a finding; the same code at the same place again is dropped. */
  add(code: Code, path: Path, zh: string, en: string, extra: Extra = {}): void {
    const name = path.join('.')
    const key = `${code} ${name} ${extra.about ?? ''}`
    if (this.#found.has(key) || this.isFull) return
    const { severity, fix } = CATALOGUE[code]
    this.#found.set(key, {
      code,
      severity: extra.severity ?? severity,
      path: name,
      ...this.#locate(path),
      message: { zh, en },
      fix: extra.fix ?? fix,
      ...(extra.instead === undefined ? {} : { instead: extra.instead }),
      ...(extra.route ? { route: extra.route } : {}),
    })
  }

  /** Has it found so much that more is not looked at? */
  get isFull(): boolean {
    return this.#found.size >= MOST
  }

  /** Was one of these codes found? */
  has(...codes: readonly Code[]): boolean {
    return [...this.#found.values()].some((item) => codes.some((code) => code === item.code))
  }

  get hasErrors(): boolean {
    return [...this.#found.values()].some((item) => item.severity === 'error')
  }

  /** Everything found, in the order of the file. */
  list(): readonly Diagnostic[] {
    return [...this.#found.values()].sort(
      (a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1),
    )
  }
}
