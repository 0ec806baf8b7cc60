import { ImportSubmissionsUseCase, type Destinations } from '@kinward/intake';
import type { TestDesk } from '@kinward/testing';
import { organizationsOf } from './inboxes.js';

/** Imports as the operator's command does. @param organisation code of the named one; by the form where left out */
export async function importBytes(desk: TestDesk, bytes: Buffer, organisation?: string) {
  const organizations = await organizationsOf(desk);
  const organization = organizations.find(({ code }) => code === organisation);
  const destinations: Destinations =
    organization === undefined
      ? { kind: 'BY_FORM', organizations }
      : { kind: 'NAMED', organization };
  return desk.app.get(ImportSubmissionsUseCase, { strict: false }).execute({
    source: { kind: 'BYTES', bytes },
    destinations,
    importer: null,
    dryRun: false,
  });
}

/** Likewise, for a file that can be read. @throws Error for another one */
export async function importedJson(desk: TestDesk, bytes: Buffer, organisation?: string) {
  const result = await importBytes(desk, bytes, organisation);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.report.toJson();
}
