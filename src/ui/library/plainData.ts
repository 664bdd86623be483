import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { parseDocument } from 'yaml'

/** Data that every page reads first. Nothing is pinned to its text, as attempts are to a scenario's. */
const FILES = ['taxonomy.yaml', 'rubric.yaml']

/**
 * Gives the browser these files as JSON: who writes them wants YAML, and reading that took each page longer than drawing
 * itself. A file with faults stays as it is, so that the page says where they are. `folder`: where they are, from the
 * site's root.
 */
export function plainData(folder = 'scenarios'): Plugin {
  let root = ''
  return {
    name: 'first-ring-plain-data',
    enforce: 'pre',
    configResolved(config) {
      root = resolve(config.root, folder)
    },
    load(id) {
      const [path = '', query] = id.split('?')
      if (query !== 'raw' || !FILES.some((file) => join(root, file) === path)) return undefined
      this.addWatchFile(path)
      const document = parseDocument(readFileSync(path, 'utf8'))
      if (document.errors.length > 0 || document.warnings.length > 0) return undefined
      return `export default ${JSON.stringify(JSON.stringify(document.toJS({ maxAliasCount: 0 })))}`
    },
  }
}
