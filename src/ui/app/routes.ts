/** Paths of ours and the rooms behind them. */
import type { ComponentType } from 'react'
import type { Namespace } from '../i18n/keys.ts'
import type { PageProps } from '../services.ts'

export interface Route {
  /** `/call/:attemptId` */
  readonly path: string
  /** Texts that the room needs; read together with its code. */
  readonly texts: readonly Namespace[]
  /** Reads the room's code. */
  readonly load: () => Promise<ComponentType<PageProps>>
}

/**
 * The named parts of a path if it fits the pattern, else undefined.
 * Parts that are not valid percent-encoding don't fit anything.
 */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const want = pattern.split('/')
  const have = path.replace(/(.)\/$/, '$1').split('/')
  if (want.length !== have.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of want.entries()) {
    const given = have[i] ?? ''
    if (!part.startsWith(':')) {
      if (part !== given) return undefined
      continue
    }
    if (given === '') return undefined
    try {
      params[part.slice(1)] = decodeURIComponent(given)
    } catch {
      return undefined
    }
  }
  return params
}
