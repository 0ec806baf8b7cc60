import { randomUUID } from 'node:crypto';
import type { TestDesk } from '@kinward/testing';
import type { Crew } from './full-case.js';

/** A file that was read, and two requests, in the inbox of a crew's organisation, whose caseworker is a screener from now on. */
export async function plantInbox(
  desk: TestDesk,
  crew: Crew,
): Promise<
  Readonly<Record<'requestId' | 'requestIds' | 'intoRequestId' | 'screenerId' | 'importId', string>>
> {
  const screenerId = await desk.personId(crew.caseworker);
  await desk.database.asOperator('UPDATE person SET screener = true WHERE id = $1', [screenerId]);
  const [requestId, intoRequestId] = [randomUUID(), randomUUID()];
  for (const id of [requestId, intoRequestId]) {
    await desk.database.asOperator(
      `INSERT INTO intake_request (id, organization_id, source, submission_key, root_key, state, received_on, sealed_t0,
         sealed_t1)
       SELECT $1, organization_id, 'KOBO', uuid_send($1), uuid_send($1), 'INBOX', '2026-11-01', '\\x00', '\\x00'
       FROM person WHERE id = $2`,
      [id, screenerId],
    );
  }
  const importId = randomUUID();
  await desk.database.asOperator(
    `INSERT INTO intake_import (id, organization_id, file_digest, state, started_by, started_at)
     SELECT $1, organization_id, uuid_send($1), 'FINISHED', id, '2026-11-01' FROM person WHERE id = $2`,
    [importId, screenerId],
  );
  return { requestId, requestIds: requestId, intoRequestId, screenerId, importId };
}
