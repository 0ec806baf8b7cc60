import { Inject, Injectable } from '@nestjs/common';
import type { Clock, IdGenerator } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import type { DisbursementRow } from './disbursement.entity.js';

export type SignatureAct =
  'MADE' | 'CLEARED' | 'BLOCKED' | 'APPROVED' | 'REJECTED' | 'RELEASED' | 'WAIVED' | 'RECONCILED';

/** One signature: who, as what, under which version, and whether it still counts. */
export interface Signature {
  readonly act: SignatureAct;
  readonly role: string;
  readonly personId: string;
  readonly version: number;
  readonly reason: string | null;
  readonly signedAt: Date;
  readonly voidedAt: Date | null;
}

/** Signatures are added and voided, never changed; interests are declared before them. */
@Injectable()
export class SignatureRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** All of them, void ones included, in the order in which they were given. */
  async of(disbursementId: string): Promise<readonly Signature[]> {
    return this.unitOfWork.query<Signature>(
      `SELECT act, role, person_id AS "personId", version, reason, signed_at AS "signedAt", voided_at AS "voidedAt"
       FROM disbursement_signature WHERE disbursement_id = $1 ORDER BY signed_at, version, act, person_id`,
      [disbursementId],
    );
  }

  /** Signs the row's present version; false when this person has signed it in this way already. */
  async sign(
    row: Pick<DisbursementRow, 'id' | 'version'>,
    signature: {
      readonly act: SignatureAct;
      readonly role: string;
      readonly personId: string;
      readonly reason?: string | null;
    },
  ): Promise<boolean> {
    const added = await this.unitOfWork.execute(
      `INSERT INTO disbursement_signature (id, organization_id, disbursement_id, version, act, role, person_id, reason,
         signed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        this.ids.next(),
        this.unitOfWork.scope().organizationId,
        row.id,
        row.version,
        signature.act,
        signature.role,
        signature.personId,
        signature.reason ?? null,
        this.clock.now(),
      ],
    );
    return added > 0;
  }

  /** Voids whatever stands under a disbursement. */
  async voidAll(disbursementId: string): Promise<void> {
    await this.unitOfWork.execute(
      'UPDATE disbursement_signature SET voided_at = $2 WHERE disbursement_id = $1 AND voided_at IS NULL',
      [disbursementId, this.clock.now()],
    );
  }

  /** What somebody declared about a disbursement, null where nothing. */
  async interestOf(disbursementId: string, personId: string): Promise<boolean | null> {
    const [row] = await this.unitOfWork.query<{ has_interest: boolean }>(
      'SELECT has_interest FROM disbursement_interest WHERE disbursement_id = $1 AND person_id = $2',
      [disbursementId, personId],
    );
    return row?.has_interest ?? null;
  }

  async declare(disbursementId: string, personId: string, hasInterest: boolean): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO disbursement_interest (organization_id, disbursement_id, person_id, has_interest, declared_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization_id, disbursement_id, person_id)
       DO UPDATE SET has_interest = excluded.has_interest, declared_at = excluded.declared_at`,
      [
        this.unitOfWork.scope().organizationId,
        disbursementId,
        personId,
        hasInterest,
        this.clock.now(),
      ],
    );
  }
}
