import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@kinward/kernel';
import { CLOCK, UnitOfWork, type Role } from '@kinward/platform';

/** Who is appointed to protect data, in the actor's organisation. */
@Injectable()
export class DataProtectionRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The roles of somebody who may work here; null for everybody else. */
  async rolesOf(personId: string): Promise<readonly Role[] | null> {
    const [row] = await this.unitOfWork.query<{ roles: Role[] }>(
      `SELECT roles FROM person WHERE id = $1 AND standing <> 'SUSPENDED'`,
      [personId],
    );
    return row?.roles ?? null;
  }

  async isAppointed(personId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM data_protection_officer o JOIN person p ON p.id = o.person_id
       WHERE o.person_id = $1 AND p.standing <> 'SUSPENDED'`,
      [personId],
    );
    return rows.length > 0;
  }

  async appoint(personId: string, appointedBy: string): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO data_protection_officer (organization_id, person_id, appointed_by, appointed_at)
       VALUES ($1, $2, $3, $4)`,
      [this.unitOfWork.scope().organizationId, personId, appointedBy, this.clock.now()],
    );
  }

  /** Tells whether there was such an appointment. */
  async dismiss(personId: string): Promise<boolean> {
    const dismissed = await this.unitOfWork.execute(
      'DELETE FROM data_protection_officer WHERE person_id = $1',
      [personId],
    );
    return dismissed > 0;
  }
}
