import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Builds the page into dist/renderer. Everything is a hashed file of its own beside index.html,
 * because the server's Content-Security-Policy allows no inline script, style or data: URL.
 */
export default defineConfig({
  root: 'src/renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../dist/renderer',
    emptyOutDir: true,
    // Engines that know light-dark(), :has() and container queries without rewriting.
    target: ['chrome130', 'firefox131', 'safari18'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // React, React Aria, zod and uPlot in one file that loads from the same machine: no reason to warn.
    chunkSizeWarningLimit: 2000,
  },
})
