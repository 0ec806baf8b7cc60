import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { layerProblems } from './layers.mjs';
import { TemporaryWorkspace } from './test-support/temporary-workspace.js';

const MINUTE = 60_000;
const uses = (...targets: string[]): string =>
  targets.map((target) => `import '${target}';\n`).join('');
const SRC = 'libs/cases/src';

/** Rule → a file that breaks it. */
const BROKEN: Record<string, [file: string, code: string]> = {
  'domain-is-pure': [`${SRC}/domain/a.ts`, uses('typeorm')],
  'domain-tests-stay-in-domain': [
    `${SRC}/domain/b.spec.ts`,
    uses('../application/close-case.use-case.js'),
  ],
  'cryptographic-domain-is-pure': ['libs/vault/src/domain/a.ts', uses('@nestjs/common')],
  'application-knows-no-transport': [`${SRC}/application/a.ts`, uses('@nestjs/graphql')],
  'infrastructure-serves': [
    `${SRC}/infrastructure/a.ts`,
    uses('../application/close-case.use-case.js'),
  ],
  'infrastructure-asks-no-other-domain': [`${SRC}/infrastructure/b.ts`, uses('@kinward/audit')],
  'graphql-translates': [`${SRC}/graphql/a.ts`, uses('../infrastructure/case.repository.js')],
  'only-the-module-takes-graphql': [`${SRC}/c.ts`, uses('./graphql/case.resolver.js')],
  'the-door-shows-types-of-graphql': [
    'libs/audit/src/index.ts',
    uses('./graphql/entry.resolver.js'),
  ],
  'no-barrel-inside': [`${SRC}/application/d.ts`, uses('../index.js')],
  'no-other-door': [`${SRC}/e.ts`, uses('../../audit/src/chain.js')],
  'no-relative-path-to-another-project': [`${SRC}/f.ts`, uses('../../audit/src/index.js')],
  'features-do-not-know-each-other': [
    'apps/web/src/features/cases/a.tsx',
    uses('../needs/need-row'),
  ],
  'features-come-by-the-list': ['apps/web/src/ui/a.tsx', uses('../features/needs/need-row')],
  'no-test-tools-in-production': [`${SRC}/g.ts`, uses('../../testing/src/index.js')],
  'no-cycles': [`${SRC}/h.ts`, uses('./i.js')],
  resolvable: [`${SRC}/j.ts`, uses('./missing.js')],
};

const SOUND = {
  'apps/web/src/features/needs/need-row.tsx': uses('../../ui/money'),
  'apps/web/src/ui/money.ts': '',
  'apps/web/src/app/features.ts': uses('../features/needs/need-row'),
  [`${SRC}/index.ts`]: uses('./cases.module.js', './graphql/case.type.js'),
  [`${SRC}/graphql/case.type.ts`]: '',
  [`${SRC}/cases.module.ts`]: uses('./graphql/case.resolver.js'),
  [`${SRC}/i.ts`]: uses('./h.js'),
  [`${SRC}/domain/case.ts`]: uses('@kinward/kernel', './case-state.js'),
  [`${SRC}/domain/case-state.ts`]: '',
  [`${SRC}/domain/case.spec.ts`]: uses('fast-check', './case.js'),
  [`${SRC}/application/close-case.use-case.ts`]: uses(
    '../domain/case.js',
    '../infrastructure/case.repository.js',
    '@kinward/audit',
    '@nestjs/common',
  ),
  [`${SRC}/application/ports/clockwork.port.ts`]: '',
  [`${SRC}/infrastructure/case.repository.ts`]: uses(
    '../domain/case.js',
    '../application/ports/clockwork.port.js',
    '@kinward/platform',
    'typeorm',
  ),
  [`${SRC}/graphql/case.resolver.ts`]: uses(
    '../application/close-case.use-case.js',
    '@kinward/platform',
    '@nestjs/graphql',
  ),
  'libs/vault/src/domain/box.ts': uses('sodium-native', 'cborg', '@kinward/kernel'),
  'libs/audit/src/graphql/entry.resolver.ts': '',
  'libs/audit/src/chain.ts': '',
  'libs/kernel/src/index.ts': '',
  'libs/platform/src/index.ts': '',
  'libs/testing/src/index.ts': '',
};

describe('layers', () => {
  let workspace: TemporaryWorkspace;
  let lines: string[] = [];

  beforeAll(async () => {
    workspace = new TemporaryWorkspace({ ...Object.fromEntries(Object.values(BROKEN)), ...SOUND });
    const problems: string[] = await layerProblems(workspace.root, ['apps', 'libs']);
    lines = problems.join('\n').split('\n');
  }, MINUTE);

  afterAll(() => {
    workspace.remove();
  });

  it.each(Object.keys(BROKEN))('are red when %s is broken', (rule) => {
    const [file = ''] = BROKEN[rule] ?? [];

    expect(lines.filter((line) => line.includes(`error ${rule}: ${file}`))).toHaveLength(1);
  });

  it('are green for files that keep them', () => {
    const sound = Object.keys(SOUND).filter((file) => !file.endsWith('/i.ts'));

    expect(lines.filter((line) => sound.some((file) => line.includes(`: ${file} `)))).toEqual([]);
  });
});
