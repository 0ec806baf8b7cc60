import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  base: command === 'serve' ? '/' : '/app/',
  plugins: [react()],
  // `npx vite apps/web` beside a running desk: pages change while somebody writes them.
  server: {
    proxy: {
      '/graphql': { target: process.env.KINWARD_DESK ?? 'http://127.0.0.1:3000', ws: true },
    },
  },
  build: {
    // Every file on its own: the page's policy takes no `data:` but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // What the style sheets use themselves: no need to write `light-dark()` in other words.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    reportCompressedSize: false,
  },
}));
