import { join } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import desk from './vite.config';

/** The donors' door, built beside the desk: the same rules, another first page, and nothing shared between the two. */
export default defineConfig((given) =>
  mergeConfig(desk(given), {
    build: {
      emptyOutDir: false,
      rollupOptions: { input: join(import.meta.dirname, 'give.html') },
    },
  }),
);
