import { Injectable } from '@nestjs/common';
import { toPage, type Page } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { Authority } from '../domain/authority.js';
import { PersonChangeRow, type PersonChangeState } from './person-change.entity.js';

const ONLY_ONE_LEFT = ['ADMINISTRATOR', 'SECURITY_OFFICER'];

/** What people may do, and the changes of it. */
@Injectable()
export class AuthorityRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null for nobody of this organisation. Nobody else changes the person before the present unit ends. */
  async lock(personId: string): Promise<Authority | null> {
    const [row] = await this.unitOfWork.query<Authority>(
      'SELECT roles, screener, standing FROM person WHERE id = $1 AND organization_id = $2 FOR UPDATE',
      [personId, this.unitOfWork.scope().organizationId],
    );
    return row ?? null;
  }

  /** Writes it, and ends what is open where something is taken away. */
  async apply(
    personId: string,
    { roles, screener, standing }: Authority,
    endsSessions: boolean,
  ): Promise<void> {
    await this.unitOfWork.execute(
      'UPDATE person SET roles = $2, screener = $3, standing = $4 WHERE id = $1',
      [personId, [...roles], screener, standing],
    );
    if (!endsSessions) return;
    await this.unitOfWork.execute('DELETE FROM session WHERE person_id = $1', [personId]);
  }

  /** Whether nobody else who can work would be left for something that nobody may be missing for. */
  async isLast(personId: string, before: Authority, after: Authority): Promise<boolean> {
    const isGone = (role: string): boolean =>
      before.roles.includes(role) &&
      before.standing !== 'SUSPENDED' &&
      (!after.roles.includes(role) || after.standing === 'SUSPENDED');
    const roles = ONLY_ONE_LEFT.filter(isGone);
    if (roles.length === 0) return false;
    // Two who suspend each other's colleague at once must not both find the other still there.
    const others = await this.unitOfWork.query<{ roles: string[] }>(
      `SELECT roles FROM person WHERE organization_id = $1 AND id <> $2 AND standing <> 'SUSPENDED'
         AND roles && $3::text[] ORDER BY id FOR SHARE`,
      [this.unitOfWork.scope().organizationId, personId, roles],
    );
    return roles.some((role) => !others.some((other) => other.roles.includes(role)));
  }

  async hasProposal(personId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      "SELECT FROM person_change WHERE person_id = $1 AND state = 'PROPOSED'",
      [personId],
    );
    return rows.length > 0;
  }

  async add(row: PersonChangeRow): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.insert(PersonChangeRow, row);
  }

  /** The proposal, locked; null where there is none here. */
  async lockChange(id: string): Promise<PersonChangeRow | null> {
    const manager = await this.unitOfWork.manager();
    const organizationId = this.unitOfWork.scope().organizationId ?? '';
    return manager.findOne(PersonChangeRow, {
      where: { id, organizationId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async decide(
    id: string,
    decision: { state: PersonChangeState; decidedBy: string; decidedAt: Date },
  ): Promise<void> {
    const manager = await this.unitOfWork.manager();
    await manager.update(PersonChangeRow, { id }, decision);
  }

  /** Newest first. */
  async page(
    first: number,
    after: { readonly at: string; readonly id: string } | null,
    onlyOpen: boolean,
  ): Promise<Page<PersonChangeRow>> {
    const rows = await this.unitOfWork.query<PersonChangeRow>(
      `SELECT id, person_id AS "personId", proposed_by AS "proposedBy", proposed_at AS "proposedAt",
         roles_before AS "rolesBefore", screener_before AS "screenerBefore", standing_before AS "standingBefore",
         roles_after AS "rolesAfter", screener_after AS "screenerAfter", standing_after AS "standingAfter",
         state, decided_by AS "decidedBy", decided_at AS "decidedAt"
       FROM person_change WHERE organization_id = $1
         AND ($2::timestamptz IS NULL OR (proposed_at, id) < ($2::timestamptz, $3::uuid))
         AND (NOT $4 OR state = 'PROPOSED')
       ORDER BY proposed_at DESC, id DESC LIMIT $5`,
      [
        this.unitOfWork.scope().organizationId,
        after?.at ?? null,
        after?.id ?? null,
        onlyOpen,
        first + 1,
      ],
    );
    return toPage(rows, first, (row) => [row.proposedAt.toISOString(), row.id]);
  }
}
