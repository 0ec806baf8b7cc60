import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import type { ChannelTrust } from '../domain/channel-trust.js';

/** Settings of disbursements; an organisation that says nothing has the strict ones. */
export interface DisbursementSettings {
  readonly approverMayRelease: boolean;
}

/** What stands around a disbursement in other tables. */
@Injectable()
export class GroundRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async trusts(caseId: string): Promise<readonly ChannelTrust[]> {
    const rows = await this.unitOfWork.query<{ trust: ChannelTrust }>(
      'SELECT DISTINCT trust FROM contact_channel WHERE case_id = $1',
      [caseId],
    );
    return rows.map((row) => row.trust);
  }

  /** The sealed stories of the case's prisoners, to be opened by somebody who may. */
  async prisoners(
    caseId: string,
  ): Promise<readonly { id: string; version: number; sealedT1: Buffer }[]> {
    return this.unitOfWork.query(
      'SELECT id, version, sealed_t1 AS "sealedT1" FROM prisoner WHERE case_id = $1 ORDER BY id',
      [caseId],
    );
  }

  async settings(): Promise<DisbursementSettings> {
    const [row] = await this.unitOfWork.query<{ approver_may_release: boolean }>(
      'SELECT approver_may_release FROM disbursement_setting WHERE organization_id = $1',
      [this.unitOfWork.scope().organizationId],
    );
    return { approverMayRelease: row?.approver_may_release ?? false };
  }

  /** Active people of one of the roles. */
  async peopleOf(roles: readonly string[]): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `SELECT id FROM person WHERE organization_id = $1 AND standing = 'ACTIVE' AND roles && $2::text[] ORDER BY id`,
      [this.unitOfWork.scope().organizationId, roles],
    );
    return rows.map((row) => row.id);
  }

  /** Duplicate answer that the need was assessed with. */
  async duplicateAnswer(needId: string): Promise<string | null> {
    const [row] = await this.unitOfWork.query<{ duplicate_answer: string | null }>(
      'SELECT duplicate_answer FROM need WHERE id = $1',
      [needId],
    );
    return row?.duplicate_answer ?? null;
  }

  /** Open needs that wait for money, this one left out; at most 500 are looked at. */
  async waitingNeeds(exceptNeedId: string): Promise<readonly WaitingNeed[]> {
    return this.unitOfWork.query<WaitingNeed>(
      `SELECT code, region, channel_class AS "channelClass", amount_minor::text AS "amountMinor",
         funding_reference AS "fundingReference" FROM need
       WHERE organization_id = $1 AND state IN ('APPROVED', 'WAITING_FUNDS') AND id <> $2
       ORDER BY asked_on, id LIMIT 500`,
      [this.unitOfWork.scope().organizationId, exceptNeedId],
    );
  }
}

export interface WaitingNeed {
  readonly code: string;
  readonly region: string;
  readonly channelClass: string | null;
  readonly amountMinor: string;
  readonly fundingReference: string;
}
