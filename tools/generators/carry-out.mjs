import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planDomain } from './domain.mjs';
import { planMigration } from './migration.mjs';
import { checkName, RefusedRequest } from './names.mjs';
import { planUseCase } from './use-case.mjs';

export const USAGE = `npm run new -- domain NAME
npm run new -- use-case DOMAIN NAME
npm run new -- migration NAME`;

/** What to write for a command line, without writing it. @throws RefusedRequest */
function planOf([kind, ...names], { read, now }) {
  const expected = kind === 'use-case' ? 2 : 1;
  if (names.length > expected) throw new RefusedRequest(`Too many names for a ${kind}.`);
  switch (kind) {
    case 'domain':
      return planDomain({ name: checkName('domain', names[0]) });
    case 'use-case':
      return planUseCase({
        domain: checkName('domain', names[0]),
        name: checkName('use case', names[1]),
      });
    case 'migration':
      return planMigration({ name: checkName('migration', names[0]), read, now });
    default:
      throw new RefusedRequest(USAGE);
  }
}

/**
 * Writes what the command line asks for into the workspace at `root`, or nothing at all.
 *
 * @returns `{ written, next }`: the files, and what is left to do by hand
 * @throws RefusedRequest when the request makes no sense or something is in the way
 */
export function carryOut(root, argv, now = Date.now()) {
  const read = (file) => {
    if (!existsSync(join(root, file))) throw new RefusedRequest(`${file} is missing.`);
    return readFileSync(join(root, file), 'utf8');
  };
  const plan = planOf(argv, { read, now });
  const { mustExist = [], mustNotExist, files, edits = {}, next } = plan;
  for (const path of mustExist)
    if (!existsSync(join(root, path))) throw new RefusedRequest(`${path} is missing.`);
  for (const path of mustNotExist)
    if (existsSync(join(root, path))) throw new RefusedRequest(`${path} is there already.`);

  const written = Object.entries({ ...files, ...edits });
  for (const [file, text] of written) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return { written: written.map(([file]) => file), next };
}
