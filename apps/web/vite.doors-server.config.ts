import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The part of the donors' door that the server draws with; whole, so that it needs nothing beside it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  ssr: { noExternal: true },
  build: {
    ssr: join(import.meta.dirname, 'src/doors/server.tsx'),
    outDir: 'dist/doors',
    target: 'node22',
    copyPublicDir: false,
  },
});
