import type { TestDesk } from '@kinward/testing';
import type { Crew } from './full-case.js';
import type { PlantedIds } from './planted-books.js';

/** Writes, past every rule, an offer of a case to Harbour. */
export async function plantOffer(desk: TestDesk, crew: Crew, caseId: string): Promise<PlantedIds> {
  const [row] = await desk.database.asOperator<PlantedIds>(
    `INSERT INTO case_transfer (id, organization_id, receiver_organization_id, state, case_id, region, offered_by,
       offered_on, lapses_on)
     SELECT gen_random_uuid(), f.organization_id, o.id, 'OFFERED', f.id, f.region, $2, current_date, current_date + 14
     FROM case_file f, organization o WHERE f.id = $1 AND o.code = 'harbour'
     RETURNING id AS "offerId", organization_id AS "organizationId"`,
    [caseId, await desk.personId(crew.coordinator)],
  );
  return row ?? {};
}
