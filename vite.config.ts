import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { slimPhaser } from './src/desk/map/build/plugin.ts'
import { catalogue } from './src/desk/start/cataloguePlugin.ts'
import { pwa } from './src/ui/pwa/plugin.ts'

export default defineConfig({
  plugins: [react(), catalogue(), slimPhaser(), pwa()],
  publicDir: 'assets',
  build: {
    target: 'es2023',
    // The desk's map is large on purpose and loads by itself; the tests hold the real budgets.
    chunkSizeWarningLimit: 2048,
  },
  server: { host: 'localhost', strictPort: true },
})
