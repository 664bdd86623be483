import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { build } from 'vite'
import { slimPhaser } from '../../desk/map/build/plugin.ts'
import { CHROMIUM_FLAGS, needChromium } from '../chromium.ts'
import { startServer } from '../serve.ts'

const PAGES = fileURLToPath(new URL('./pages/', import.meta.url))

/** The site and the bench's own pages, built into a folder outside the tree and served by the program's own server. */
export interface Lab {
  /** Where the site is; the bench's pages are under `/bench/`. */
  readonly url: string
  readonly browser: Browser
  /** A fresh context, as if the browser had never been here; no service worker gets between. */
  context(): Promise<BrowserContext>
  close(): Promise<void>
}

export interface LabOptions {
  /** Which of the bench's pages to build. */
  readonly pages: readonly string[]
  /** The site too, exactly as it ships? */
  readonly site: boolean
}

/** Builds, serves and starts a browser. @throws when there is no browser or the build fails */
export async function openLab({ pages, site }: LabOptions): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), 'first-ring-bench-'))
  const tidy = () => rmSync(folder, { recursive: true, force: true })
  try {
    if (site) await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
    await build({
      configFile: false,
      logLevel: 'error',
      root: PAGES,
      base: '/bench/',
      publicDir: false,
      plugins: [react(), slimPhaser()],
      build: {
        target: 'es2023',
        outDir: join(folder, 'bench'),
        emptyOutDir: true,
        chunkSizeWarningLimit: 4096,
        rolldownOptions: { input: pages.map((page) => join(PAGES, `${page}.html`)) },
      },
    })
    const server = await startServer(folder, 0)
    const browser = await chromium.launch({
      executablePath: needChromium(),
      args: [...CHROMIUM_FLAGS],
    })
    return {
      url: server.url,
      browser,
      context: () =>
        browser.newContext({
          locale: 'zh-CN',
          viewport: { width: 1366, height: 768 },
          serviceWorkers: 'block',
        }),
      close: async () => {
        await browser.close()
        await server.close()
        tidy()
      },
    }
  } catch (error) {
    tidy()
    throw error
  }
}

/** Uses a lab and closes it, whatever happens. */
export async function inLab<T>(options: LabOptions, use: (lab: Lab) => Promise<T>): Promise<T> {
  const lab = await openLab(options)
  try {
    return await use(lab)
  } finally {
    await lab.close()
  }
}
