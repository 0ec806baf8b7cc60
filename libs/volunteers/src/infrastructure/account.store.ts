import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';

/** How an account stands: SUSPENDED holds no session. */
export type AccountStanding = 'ACTIVE' | 'PROBATION' | 'SUSPENDED';

export interface Account {
  readonly roles: readonly string[];
  readonly standing: AccountStanding;
}

/** The account behind a volunteer: whether there is one, and its standing, which follows the vetting. */
@Injectable()
export class AccountStore {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** An account of this organisation; null for an unknown or foreign id. */
  async find(personId: string): Promise<Account | null> {
    if (!isUuid(personId)) return null;
    const [row] = await this.unitOfWork.query<Account>(
      'SELECT roles, standing FROM person WHERE id = $1',
      [personId],
    );
    return row ?? null;
  }

  /** True where the account is a volunteer's already, or somebody's who is still being vetted. */
  async isTaken(personId: string, applicationId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM volunteer WHERE person_id = $1 AND state NOT IN ('RESIGNED')
       UNION ALL SELECT FROM volunteer_application WHERE organization_id = $3 AND person_id = $1 AND id <> $2
         AND state NOT IN ('DECLINED', 'RESIGNED', 'PROBATION')`,
      [personId, applicationId, this.unitOfWork.scope().organizationId],
    );
    return rows.length > 0;
  }

  /** Writes the standing; a suspended account loses its sessions at once, with everything they had opened. */
  async setStanding(personId: string, standing: AccountStanding): Promise<void> {
    await this.unitOfWork.execute('UPDATE person SET standing = $2 WHERE id = $1', [
      personId,
      standing,
    ]);
    if (standing !== 'SUSPENDED') return;
    await this.unitOfWork.execute('DELETE FROM session WHERE person_id = $1', [personId]);
  }
}
