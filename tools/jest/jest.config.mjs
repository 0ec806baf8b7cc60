import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const rootDir = resolve(here, '../..');
const swc = JSON.parse(readFileSync(join(rootDir, '.swcrc'), 'utf8'));
delete swc.$schema;

/** @type {import('jest').Config} */
export default {
  rootDir,
  roots: ['apps', 'libs', 'migrations', 'tools']
    .map((folder) => join(rootDir, folder))
    .filter((folder) => existsSync(folder)),
  testMatch: ['**/*.{spec,int-spec,e2e-spec,stress-spec,migration-spec}.{ts,mjs}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { ...swc, sourceMaps: 'inline', swcrc: false }],
  },
  // Workspaces answer with their sources, so that a test needs no build.
  testEnvironmentOptions: { customExportConditions: ['kinward-source', 'node', 'node-addons'] },
  testEnvironment: join(here, 'environment.mjs'),
  resolver: join(here, 'resolver.cjs'),
  globalSetup: join(here, 'global-setup.mjs'),
  globalTeardown: join(here, 'global-teardown.mjs'),
  reporters: [join(here, 'skipped-reporter.mjs'), 'default'],
  randomize: true,
  maxWorkers: 2,
  testTimeout: 60_000,
  // Native modules are never unloaded, so a worker is replaced when it has grown.
  workerIdleMemoryLimit: '1500MB',
};
