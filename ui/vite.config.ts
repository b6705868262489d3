import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const repository = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    host: '127.0.0.1',
    fs: { allow: [repository] }, // the words lie in ../locales
    watch: { ignored: ['**/src-tauri/**', '**/target/**'] },
    // the page in a browser, the program behind it: `sealbook-loopback`
    proxy: Object.fromEntries(['/call', '/upload', '/host'].map((path) => [path, 'http://127.0.0.1:5174'])),
  },
  // an inlined asset would be a data: address, which the content policy refuses for scripts and styles
  build: { outDir: 'dist', emptyOutDir: true, target: ['safari16', 'chrome111'], assetsInlineLimit: 0 },
  // under the tests Svelte must resolve to its browser build
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
});
