/** Gives the site `virtual:catalogue`: the list of scenarios, made from their files when the site is built or served. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'
import { buildCatalogue, type Check } from './buildCatalogue.ts'

const NAME = 'virtual:catalogue'
const RESOLVED = `\0${NAME}`

/** The files that the list is made of, by their path below the folder. */
function sourceFiles(folder: string): Map<string, string> {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  const paths = [
    'taxonomy.yaml',
    'rubric.yaml',
    ...folders.map(({ name }) => `${name}/scenario.yaml`),
  ]
  return new Map(
    paths
      .filter((path) => existsSync(join(folder, path)))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
}

/**
 * `check`: what keeps a scenario out of exams; asked when the site is built, since it takes its time, and not while
 * developing. `folder`: where the scenarios are, from the site's root.
 */
export function catalogue(check?: Check, folder = 'scenarios'): Plugin {
  let root = ''
  let isBuild = false
  return {
    name: 'first-ring-catalogue',
    configResolved(config) {
      root = resolve(config.root, folder)
      isBuild = config.command === 'build'
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined
      const files = sourceFiles(root)
      for (const path of files.keys()) this.addWatchFile(join(root, path))
      const made = buildCatalogue(files, isBuild ? check : undefined)
      for (const { file, problems, count } of made.broken) {
        const [first] = problems
        if (first)
          this.warn(
            `${file}:${first.line}:${first.column} ${first.code} ${first.message.en} (${count})`,
          )
      }
      return `export const catalogue = ${JSON.stringify(made)}`
    },
    hotUpdate({ file, server }) {
      if (!file.startsWith(root + sep) || !file.endsWith('.yaml')) return
      const module = server.moduleGraph.getModuleById(RESOLVED)
      if (module) server.moduleGraph.invalidateModule(module)
      server.ws.send({ type: 'full-reload' })
    },
  }
}
