/** Finds a Chrome, Chromium or Edge for the browser tests, or installs Debian's where it may. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

const HELP =
  'No browser found: install Chrome, Chromium or Edge (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH.'

/**
 * Of the browser's own: the address bar's popups are pages of their own, which each window reads though nobody sees them
 * (measured: half of the processor time of a page that is opened); the others are what Playwright leaves out, too, which
 * this list stands for.
 */
const LEFT_OUT = [
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
]

/** Flags for a browser that only tests: no sandbox (containers), nothing fetched by itself. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--autoplay-policy=no-user-gesture-required',
  '--font-render-hinting=none',
  `--disable-features=${LEFT_OUT.join(',')}`,
]

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of an installed browser: `CHROMIUM_PATH`, then the PATH, then the usual places. */
export function findChromium(): string | null {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return runs(asked) ? asked : null
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const { LOCALAPPDATA, PROGRAMFILES } = process.env
  const roots = [LOCALAPPDATA, PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
    ...roots.flatMap((root) => (root ? WINDOWS.map((tail) => join(root, tail)) : [])),
  ]
  return candidates.find(runs) ?? null
}

/** Installs Debian's Chromium and a CJK font; only as root on a machine with apt. */
function installChromium(): void {
  if (process.getuid?.() !== 0 || !runs('/usr/bin/apt-get')) return
  console.log('No browser found: installing chromium and fonts-noto-cjk with apt …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) return
  }
}

/** A browser's path, installed if need be. @throws with one line that says what to install */
export function needChromium(): string {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !runs(asked)) throw new Error(`CHROMIUM_PATH: no program at ${asked}. ${HELP}`)
  const found = findChromium()
  if (found) return found
  installChromium()
  const installed = findChromium()
  if (!installed) throw new Error(HELP)
  return installed
}
