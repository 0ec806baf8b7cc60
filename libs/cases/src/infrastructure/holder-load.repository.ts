import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { CaseState } from '../domain/case-states.js';
import type { HolderLoad } from '../domain/holders.js';

/** States in which a family is in somebody's care; requests that are still being judged do not count. */
const IN_CARE: readonly CaseState[] = [
  'ACTIVE',
  'PAUSED_BY_FAMILY',
  'CONTACT_LOST',
  'QUARANTINED',
  'TRANSITION',
];

/** A person's load, and whether this very case is held on the level of identities. */
export interface LockedHolder {
  readonly load: HolderLoad;
  readonly holdsIdentity: boolean;
}

/** What a person holds, counted over other cases in care. */
@Injectable()
export class HolderLoadRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The load of a caseworker or coordinator, under a lock on that person until the unit ends; null where there is no
   * such person. The case itself does not count: holding it again is no further family.
   */
  async lock(holderId: string, caseId: string): Promise<LockedHolder | null> {
    if (!isUuid(holderId)) return null;
    const [person] = await this.unitOfWork.query<{ standing: string }>(
      `SELECT standing FROM person
       WHERE id = $1 AND standing <> 'SUSPENDED' AND roles && ARRAY['CASEWORKER', 'COORDINATOR']
       FOR UPDATE`,
      [holderId],
    );
    if (person === undefined) return null;
    const [counts] = await this.unitOfWork.query<{ t0: number; t1: number; here: boolean }>(
      `SELECT count(DISTINCT f.id) FILTER (WHERE c.tier = 'T0' AND f.id <> $2 AND f.state = ANY($3))::int AS t0,
         count(DISTINCT f.id) FILTER (WHERE c.tier = 'T1' AND f.id <> $2 AND f.state = ANY($3))::int AS t1,
         coalesce(bool_or(f.id = $2 AND c.tier = 'T0'), false) AS here
       FROM access_grant g JOIN compartment c ON c.id = g.compartment_id AND c.kind = 'CASE'
       JOIN case_file f ON f.id = c.subject_id
       WHERE g.holder_id = $1 AND g.expires_at > now()`,
      [holderId, caseId, IN_CARE],
    );
    return {
      load: {
        onProbation: person.standing === 'PROBATION',
        activeT0Cases: counts?.t0 ?? 0,
        t1Cases: counts?.t1 ?? 0,
      },
      holdsIdentity: counts?.here ?? false,
    };
  }
}
