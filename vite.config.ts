import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { type Content, groundFor, loadContent } from './src/cli/content.ts'
import { diagnose } from './src/core/scenario/diagnose.ts'
import type { Diagnostic } from './src/core/scenario/diagnostic.ts'
import { slimPhaser } from './src/desk/map/build/plugin.ts'
import { catalogue } from './src/desk/start/cataloguePlugin.ts'
import { plainData } from './src/ui/library/plainData.ts'
import { pwa } from './src/ui/pwa/plugin.ts'

/** A scenario whose proof takes longer is left out of exams, so that no file can stall the build. */
const PROOF_LIMIT_MS = 20_000

let content: Content | undefined

/** What the checker has against a scenario. */
function check(source: string): readonly Diagnostic[] {
  const known = content ?? loadContent()
  content = known
  const end = performance.now() + PROOF_LIMIT_MS
  const { diagnostics } = diagnose(source, {
    groundOf: (city) => groundFor(known, city),
    goOn: () => performance.now() < end,
  })
  return diagnostics.filter(({ severity }) => severity === 'error')
}

export default defineConfig({
  plugins: [react(), plainData(), catalogue(check), slimPhaser(), pwa()],
  publicDir: 'assets',
  build: {
    target: 'es2023',
    // The desk's map is large on purpose and loads by itself; the tests hold the real budgets.
    chunkSizeWarningLimit: 2048,
    // The proof of the scenarios is most of the build, on purpose.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: { host: 'localhost', strictPort: true },
})
