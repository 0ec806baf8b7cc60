import js from '@eslint/js';
// The main entry would compile tools/eslint-rules as a TypeScript project of its own.
import { enforceModuleBoundaries } from '@nx/eslint-plugin/internal';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import kinward from './tools/eslint-rules/index.mjs';
import { APPLICATION_PACKAGES, depConstraints } from './tools/eslint-rules/module-edges.mjs';

// Every rule is an error or absent: nobody reads warnings.

const TESTS = [
  '**/*.{spec,int-spec,e2e-spec,stress-spec,migration-spec}.ts',
  '**/{test,test-support}/**/*.ts',
  'apps/*-e2e/**/*.ts',
  'libs/testing/**/*.ts',
];
const CONFIGURATION = ['**/*.config.{mjs,cjs,js,ts}', '**/jest.*.{mjs,cjs,js,ts}'];

const DEEP_IMPORT = {
  regex: '^@kinward/[^/]+/.+',
  message: 'A project has one door: import it by its name.',
};
const APPLICATION_IMPORT = {
  regex: APPLICATION_PACKAGES,
  message: 'Imports of apps are forbidden: move what you need into a library.',
};
const FORWARD_REF = {
  name: '@nestjs/common',
  importNames: ['forwardRef', 'ForwardReference'],
  message: 'A circular dependency is a missing third class. Extract it.',
};
const RUNTIME_CONTRACTS = {
  name: '@kinward/contracts',
  allowTypeImports: true,
  message: 'The contract is types only: use import type.',
};

const moduleBoundaries = (tests) => [
  'error',
  {
    depConstraints: depConstraints({ tests }),
    // Builders of `testing` use domains whose own tests use builders: a cycle of projects, not of files.
    ignoredCircularDependencies: [['@kinward/testing', '*']],
    enforceBuildableLibDependency: false,
  },
];

export default [
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '.nx/**',
      '.kinward/**',
      'libs/contracts/src/generated/**',
      'apps/web/src/generated/**',
      '**/*.documents.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { kinward },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // What a terminal prints has escape codes, and whoever reads it must name them.
      'no-control-regex': 'off',
      'max-lines': ['error', { max: 500 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name, so that the name is the same everywhere.',
        },
      ],
      'kinward/constructor-size': 'error',
      'kinward/no-personal-data': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': { rules: { 'enforce-module-boundaries': enforceModuleBoundaries } } },
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries(false),
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [FORWARD_REF, RUNTIME_CONTRACTS], patterns: [DEEP_IMPORT, APPLICATION_IMPORT] },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'kinward/no-float-money': 'error',
      'kinward/no-process-env': 'error',
      'kinward/require-permission': 'error',
    },
  },
  {
    // A page is made of functions that call hooks, and events that start promises and do not wait for them.
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: TESTS,
    rules: {
      '@nx/enforce-module-boundaries': moduleBoundaries(true),
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [FORWARD_REF], patterns: [DEEP_IMPORT, APPLICATION_IMPORT] },
      ],
    },
  },
  {
    // The configuration reads the environment; tools and the set-up of tests hand it to processes.
    files: [
      'libs/platform/src/config/**',
      'tools/**',
      'libs/testing/**',
      'apps/*-e2e/**',
      '**/jest.*.{mjs,ts}',
      '**/vite.config.ts',
    ],
    rules: { 'kinward/no-process-env': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setImmediate: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        structuredClone: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Loaded by their default export: ESLint, Jest, the rules; described: packages that have one.
    files: [...CONFIGURATION, '**/*.d.ts', 'tools/eslint-rules/*.mjs', 'tools/jest/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The specs of this rule are made of what it forbids.
    files: ['tools/eslint-rules/no-float-money.spec.ts'],
    rules: { 'kinward/no-float-money': 'off' },
  },
];
