import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { deskEnvironment, end, profileFlags, startDesk } from '../frame/server.mjs';
import { load } from '../frame/workspace.mjs';
import { auditPart } from './vault/audit.mjs';
import { fieldsPart } from './vault/fields.mjs';
import { askInside } from './vault/inside.mjs';
import { loginPart } from './vault/login.mjs';
import { opensPart } from './vault/opens.mjs';
import { rowSecurityPart } from './vault/row-security.mjs';
import { stormPart } from './vault/storm.mjs';
import { unitReadsPart } from './vault/unit-reads.mjs';

const PARTS = [
  loginPart,
  stormPart,
  rowSecurityPart,
  unitReadsPart,
  opensPart,
  auditPart,
  fieldsPart,
];

export const topic = {
  name: 'vault',
  description: 'what the protection costs: sign-in, row security, keys, audit, sealed fields',
  figures: PARTS.flatMap((part) => part.figures),

  async prepare(bench) {
    const desk = await startDesk(bench);
    const { DEMO_PEOPLE, demoEmail, demoPassphrase, databaseAddresses } = await load(
      'libs/runtime/dist/index.js',
    );
    const { loadServerKeys } = await load('libs/platform/dist/index.js');
    const people = DEMO_PEOPLE.map((someone) => ({
      key: someone.key,
      email: demoEmail(someone),
      passphrase: demoPassphrase(someone),
    }));
    const addresses = databaseAddresses(
      desk.adminUrl,
      { keyringUrl: null },
      loadServerKeys(desk.home),
    );
    const stage = { bench, desk, people, addresses, inside: startInside(bench, desk, addresses) };
    return PARTS.map((part) => ({
      name: part.name,
      keys: part.figures.map(({ key }) => key),
      prepare: () => part.prepare(stage),
    }));
  },
};

/** A process with the application inside, for what HTTP does not show. */
function startInside(bench, desk, addresses) {
  const flags = profileFlags(bench.profile, 'inside');
  const child = fork(fileURLToPath(new URL('./vault/inside.child.mjs', import.meta.url)), [], {
    execArgv: flags,
    env: deskEnvironment({
      KINWARD_HOME: desk.home,
      KINWARD_MODE: 'demo',
      KINWARD_POOL_SIZE: '16',
      BENCH_APP_URL: addresses.appUrl,
    }),
  });
  bench.onClose(() => end(child));
  return { pid: child.pid, ask: (command, input) => askInside(child, command, input) };
}
