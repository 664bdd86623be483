import type { ContentFiles } from '../services.ts'

/** Turns bundler globs (`../scenarios/x.yaml` → loader) into the files that rooms read. */
export function contentFrom(
  texts: Readonly<Record<string, () => Promise<string>>>,
  urls: Readonly<Record<string, string>>,
): ContentFiles {
  const inside = (path: string) => path.replace(/^.*?\/scenarios\//, '')
  const loaders = new Map(Object.entries(texts).map(([path, load]) => [inside(path), load]))
  const addresses = new Map(Object.entries(urls).map(([path, url]) => [inside(path), url]))
  const sorted = [...loaders.keys()].sort()
  return {
    paths: () => sorted,
    url: (path) => addresses.get(path),
    read: async (path) => {
      const load = loaders.get(path)
      if (!load) throw new Error(`scenarios/${path}: no such file`)
      return load()
    },
  }
}
