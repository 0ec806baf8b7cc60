import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** A time of duty. */
export interface Duty {
  readonly personId: string;
  readonly fromAt: Date;
  readonly untilAt: Date;
}

/** Who is on duty in the present organisation. */
@Injectable()
export class DutyRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Begins a time of duty, or moves the end of the present one. */
  async begin(personId: string, now: Date, until: Date): Promise<Duty> {
    const [duty] = await this.unitOfWork.query<Duty>(
      `INSERT INTO duty_shift AS d (person_id, organization_id, from_at, until_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id) DO UPDATE SET until_at = excluded.until_at,
         from_at = CASE WHEN d.until_at > $3 THEN least(d.from_at, $3) ELSE excluded.from_at END
       RETURNING person_id AS "personId", from_at AS "fromAt", until_at AS "untilAt"`,
      [personId, this.unitOfWork.scope().organizationId, now, until],
    );
    if (duty === undefined) throw new Error('a time of duty was not stored');
    return duty;
  }

  /** The time of duty that somebody has now or ahead; nobody else changes it before the present unit ends. */
  async lock(personId: string, now: Date): Promise<Duty | null> {
    const [duty] = await this.unitOfWork.query<Duty>(
      `SELECT person_id AS "personId", from_at AS "fromAt", until_at AS "untilAt"
       FROM duty_shift WHERE organization_id = $1 AND person_id = $2 AND until_at > $3 FOR UPDATE`,
      [this.unitOfWork.scope().organizationId, personId, now],
    );
    return duty ?? null;
  }

  /** Writes a time of duty in place of whatever was there. */
  async plan(personId: string, from: Date, until: Date): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO duty_shift (person_id, organization_id, from_at, until_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at`,
      [personId, this.unitOfWork.scope().organizationId, from, until],
    );
  }

  /** Ends the present time of duty, or forgets one that is planned; false where there is none. */
  async end(personId: string, now: Date): Promise<boolean> {
    const ended = await this.unitOfWork.execute(
      'UPDATE duty_shift SET from_at = least(from_at, $2), until_at = $2 WHERE person_id = $1 AND until_at > $2',
      [personId, now],
    );
    return ended > 0;
  }

  /** Those on duty, whoever stays longest first. */
  present(now: Date): Promise<readonly Duty[]> {
    return this.unitOfWork.query<Duty>(
      `SELECT d.person_id AS "personId", d.from_at AS "fromAt", d.until_at AS "untilAt"
       FROM duty_shift d JOIN person p ON p.id = d.person_id AND p.standing <> 'SUSPENDED'
       WHERE d.organization_id = $1 AND d.from_at <= $2 AND d.until_at > $2
       ORDER BY d.until_at DESC, d.person_id LIMIT 200`,
      [this.unitOfWork.scope().organizationId, now],
    );
  }

  /** Those whose duty is planned and has not begun, whoever begins first. */
  ahead(now: Date): Promise<readonly Duty[]> {
    return this.unitOfWork.query<Duty>(
      `SELECT d.person_id AS "personId", d.from_at AS "fromAt", d.until_at AS "untilAt"
       FROM duty_shift d JOIN person p ON p.id = d.person_id AND p.standing <> 'SUSPENDED'
       WHERE d.organization_id = $1 AND d.from_at > $2 AND d.until_at > $2
       ORDER BY d.from_at, d.person_id LIMIT 200`,
      [this.unitOfWork.scope().organizationId, now],
    );
  }
}
