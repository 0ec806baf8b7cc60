import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportSubmissionsUseCase, type ImportReport } from '@kinward/intake';
import { OperatorDirectory } from '@kinward/runtime';
import { importSentence } from '../../import/import-sentences.js';
import { makeKoboFile } from '../kobo-file.js';
import { INBOX_KEEPERS } from '../people.js';
import type { Scene, Story } from '../story.js';
import { mustHold, StoryStopped } from '../story-stopped.js';

/** Each organisation's coordinator makes its inbox; Lantern's passes the key on to the screener. */
export async function inboxesOpened({ cast, teller }: Story): Promise<void> {
  const keys = 'holders { personId }';
  for (const keeper of INBOX_KEEPERS) {
    await cast.as(keeper).change('openInbox', 'InboxKeys', null, keys);
  }
  const personId = cast.idOf('caseworker');
  const { holders } = await cast
    .as('coordinator')
    .change<{ holders: readonly unknown[] }>('grantInboxKey', 'InboxKeys', { personId }, keys);
  teller.tell('INBOXES_OPENED', { inboxes: INBOX_KEEPERS.length, holders: holders.length });
}

/** The field file is read into the inboxes, as `import kobo` does it: no session, no passphrase. */
export async function arrives(scene: Scene, file: string | null): Promise<void> {
  const brought = join(scene.house.folder, 'household_intake.csv');
  try {
    const path = file ?? writeExport(scene, brought);
    const first = await importFile(scene, path);
    scene.teller.tell('FILE_READ', {
      rows: first.rows,
      accepted: first.accepted,
      toCorrect: first.toCorrect.length,
      refused: first.refused.length,
      warnings: first.warnings.length,
    });
    mustHold(first.accepted > 0, 'The file holds no request that can be accepted.');
    const again = await importFile(scene, path);
    const { accepted, duplicates } = again;
    scene.teller.tell('FILE_READ_AGAIN', { accepted, seenBefore: duplicates.length });
    mustHold(accepted === 0, 'A second reading of the same file brought requests again.');
  } finally {
    // The export is on the laptop that brought it, and never in the home.
    rmSync(brought, { force: true });
  }
}

function writeExport(scene: Scene, path: string): string {
  const { csv, secrets } = makeKoboFile(scene.seed, new Date());
  writeFileSync(path, csv, { mode: 0o600 });
  for (const secret of secrets) scene.secrets.add(secret);
  return path;
}

async function importFile({ house }: Scene, path: string): Promise<ImportReport> {
  const { addresses, serverKeys } = house.database;
  const directory = new OperatorDirectory(addresses.adminUrl, serverKeys.lookup);
  const result = await house.app.get(ImportSubmissionsUseCase, { strict: false }).execute({
    source: { kind: 'FILE', path },
    destinations: { kind: 'BY_FORM', organizations: await directory.organizations() },
    importer: null,
    dryRun: false,
  });
  if (result.ok) return result.value.report;
  const { error } = result;
  throw new StoryStopped(importSentence('reason' in error ? error.reason : error.kind));
}
