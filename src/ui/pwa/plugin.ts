/** Build steps that make the site installable and closed: a service worker and a content policy. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Nothing from another host, no code from text. Styles may be inline: Base UI positions popups so.
 * Phaser and recordings use data: and blob: addresses of the page's own making.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Writes `sw.js` over all built files, named by the hash of their contents. */
export function pwa(): Plugin {
  let folder = ''
  return {
    name: 'first-ring-pwa',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    transformIndexHtml() {
      const attrs = { 'http-equiv': 'Content-Security-Policy', content: POLICY }
      return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }]
    },
    writeBundle() {
      const hash = createHash('sha256')
      const addresses: string[] = []
      for (const file of filesIn(folder)) {
        const name = relative(folder, file).split(sep).join('/')
        if (name === 'sw.js') continue
        hash.update(name).update('\0').update(readFileSync(file))
        addresses.push(name === 'index.html' ? '/' : encodeURI(`/${name}`))
      }
      const worker = readFileSync(new URL('./sw.js', import.meta.url), 'utf8')
        .replace('__VERSION__', hash.digest('hex').slice(0, 16))
        .replace("['__FILES__']", JSON.stringify(addresses))
      writeFileSync(join(folder, 'sw.js'), worker)
    },
  }
}
