import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** One opening of a card. */
export interface CardOpening {
  readonly id: string;
  readonly requestId: string;
  readonly caseId: string | null;
  readonly personId: string;
  readonly purpose: string;
  /** 1 for the story alone, 2 with the identity. */
  readonly fieldCount: number;
  readonly openedAt: Date;
  readonly expiresAt: Date;
}

/** The part of the disclosure log that tells of cards. */
@Injectable()
export class CardLogRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Identities that a person opened on cards since `since`. Whoever asks holds the count until the unit ends. */
  async identitiesSince(personId: string, since: Date): Promise<number> {
    await this.unitOfWork.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('screening budget ' || $1, 0))`,
      [personId],
    );
    const [row] = await this.unitOfWork.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM disclosure
       WHERE organization_id = $1 AND person_id = $2 AND request_id IS NOT NULL AND field_count > 1
         AND opened_at > $3`,
      [this.unitOfWork.scope().organizationId, personId, since],
    );
    return row?.count ?? 0;
  }

  async add(opening: CardOpening): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO disclosure (id, organization_id, request_id, case_id, person_id, purpose, field_count, opened_at,
         expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        opening.id,
        this.unitOfWork.scope().organizationId,
        opening.requestId,
        opening.caseId,
        opening.personId,
        opening.purpose,
        opening.fieldCount,
        opening.openedAt,
        opening.expiresAt,
      ],
    );
  }
}
