/**
 * A real Chromium on the built site. Every page opened here fails its test if the console showed an
 * error or anything asked another host.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { CHROMIUM_FLAGS, needChromium } from '../cli/chromium.ts'
import { startServer } from '../cli/serve.ts'

export type Language = 'zh' | 'en'

export interface OpenOptions {
  readonly language?: Language
  readonly width?: number
  readonly height?: number
  /** Let the service worker run; by default it is blocked, so that tests see the server. */
  readonly serviceWorker?: boolean
  /** Keep this context (its storage) instead of a fresh one. */
  readonly context?: BrowserContext
  /** Puts something before every page of a fresh context: another clock, a fixed chance. */
  readonly arrange?: (context: BrowserContext) => Promise<void>
  /** More of Playwright's own: colour scheme, reduced motion, permissions. */
  readonly more?: BrowserContextOptions
}

export interface Site {
  readonly url: string
  /** Opens a path of ours in a fresh context and waits until its room is there. */
  open(path: string, options?: OpenOptions): Promise<Page>
  /** What went wrong so far: console errors, uncaught errors, requests to other hosts. */
  faults(): readonly string[]
  /** Takes the server away for good: what works from here on works without any network. */
  stopServer(): Promise<void>
  /** Forgets the faults so far: for tests that cause them on purpose. */
  forget(): void
  close(): Promise<void>
}

/**
 * What the tests' browser has beyond other headless ones. The engine does not optimise what runs once: a third of the
 * processor's time, and tests ask what happens, not how fast. Pages of one site share a process where they share their
 * storage: the second finds the program compiled.
 */
const TEST_FLAGS = ['--js-flags=--no-maglev --no-turbofan', '--process-per-site']

/**
 * Serves `dist` on a free port and starts the browser; one per test file, in `beforeAll`. `flags`: more of the browser's
 * own, such as a microphone that is not there.
 */
export async function startSite(flags: readonly string[] = []): Promise<Site> {
  const folder = fileURLToPath(new URL('../../dist', import.meta.url))
  const server = await startServer(folder, 0)
  const browser = await chromium.launch({
    executablePath: needChromium(),
    args: [...CHROMIUM_FLAGS, ...TEST_FLAGS, ...flags],
  })
  const faults: string[] = []
  const watch = (context: BrowserContext) => {
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${server.url}/`) && !/^(data|blob):/.test(url))
        faults.push(`request to another host: ${url}`)
    })
    context.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    context.on('weberror', (error) => {
      faults.push(`uncaught: ${error.error().stack ?? error.error().message}`)
    })
  }
  return {
    url: server.url,
    faults: () => [...faults],
    forget: () => faults.splice(0),
    open: async (path, options = {}) => {
      const context = options.context ?? (await browser.newContext(contextOptions(options)))
      if (!options.context) {
        watch(context)
        await options.arrange?.(context)
      }
      const page = await context.newPage()
      await page.goto(server.url + path)
      await ready(page)
      return page
    },
    stopServer: () => server.close(),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

function contextOptions(options: OpenOptions): BrowserContextOptions {
  return {
    locale: options.language === 'en' ? 'en-GB' : 'zh-CN',
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
    ...options.more,
  }
}

/** Waits until the room that the address names has rendered (the loading page has gone). */
export async function ready(page: Page): Promise<void> {
  // the room before is still there, unseen, until the next one has rendered
  await page.locator('main#main:visible').waitFor()
  await page.locator('main#main:visible [data-opening]').waitFor({ state: 'detached' })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Runs axe (WCAG 2.2 A and AA, and its best practices) on the page, or on a part of it by its selector; one line per
 * violation, none if all is well.
 */
export async function axe(page: Page, part = ':root'): Promise<readonly string[]> {
  // evaluate goes through the debugger: the page's policy forbids an injected script tag.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${AXE};0`)
  const results = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, { resultTypes: ["violations"] })`,
  )
  return results.violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} — ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
}
