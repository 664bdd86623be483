import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  publicDir: 'assets',
  build: { target: 'es2023', sourcemap: false },
  server: { host: 'localhost', strictPort: true },
})
