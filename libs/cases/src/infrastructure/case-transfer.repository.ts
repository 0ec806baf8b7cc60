import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { TransferState } from '../domain/case-transfer.js';

/** An offer as either side works on it; bytes are certificates and what is sealed to one person. */
export interface CaseTransferRow {
  readonly id: string;
  readonly organizationId: string;
  readonly receiverOrganizationId: string;
  readonly state: TransferState;
  readonly caseId: string | null;
  readonly region: string;
  readonly lapsesOn: string;
  readonly offeredOn: string;
  readonly answeredOn: string | null;
  readonly sentOn: string | null;
  readonly receiverId: string | null;
  readonly receiverCertificate: Buffer | null;
  readonly senderId: string | null;
  readonly senderCertificate: Buffer | null;
  readonly parcelKeyId: string | null;
  readonly parcelGrantId: string | null;
  readonly parcelGrant: Buffer | null;
  readonly parcelCommitment: Buffer | null;
  readonly parcelExpiresAt: Date | null;
  readonly sealedParcel: Buffer | null;
  readonly version: number;
}

/** A parcel as the vault makes it. */
interface StoredParcel {
  readonly keyId: string;
  readonly grantId: string;
  readonly grant: Buffer;
  readonly commitment: Buffer;
  readonly expiresAt: Date;
  readonly sealed: Buffer;
}

/** An offer as a list shows it: codes and days. The codename is the sender's, and only the sender reads it. */
export interface CaseTransferLine {
  readonly id: string;
  readonly version: number;
  readonly isOutgoing: boolean;
  readonly partnerId: string;
  readonly state: TransferState;
  readonly caseId: string | null;
  readonly codename: string | null;
  readonly region: string;
  readonly offeredOn: string;
  readonly lapsesOn: string;
  readonly answeredOn: string | null;
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  readonly receiverId: string | null;
  readonly reason: string | null;
}

/** One of the organisations that make up the coalition. */
export interface CoalitionMember {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Offers between organisations; row security shows each side its own. Writers lock the row first. */
@Injectable()
export class CaseTransferRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  coalition(): Promise<readonly CoalitionMember[]> {
    return this.unitOfWork.query<CoalitionMember>(
      'SELECT id, code, name FROM coalition_organizations() ORDER BY name, id',
    );
  }

  /** The offer under a row lock; null where neither side is the actor's organisation. */
  async lock(id: string): Promise<CaseTransferRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.unitOfWork.query<CaseTransferRow>(
      `SELECT ${COLUMNS} FROM case_transfer WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  /** Writes down that an offer which nobody answered or followed up is over. */
  async lapse(caseId: string, today: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE case_transfer SET state = 'LAPSED', version = version + 1
       WHERE case_id = $1 AND state IN ('OFFERED', 'ACCEPTED') AND lapses_on < $2`,
      [caseId, today],
    );
  }

  async hasOpen(caseId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT FROM case_transfer WHERE case_id = $1 AND state IN ('OFFERED', 'ACCEPTED', 'SENT')`,
      [caseId],
    );
    return rows.length > 0;
  }

  async add(offer: {
    readonly id: string;
    readonly receiverOrganizationId: string;
    readonly caseId: string;
    readonly region: string;
    readonly offeredBy: string;
    readonly offeredOn: string;
    readonly lapsesOn: string;
  }): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO case_transfer (id, organization_id, receiver_organization_id, state, case_id, region, offered_by,
         offered_on, lapses_on) VALUES ($1, $2, $3, 'OFFERED', $4, $5, $6, $7, $8)`,
      [
        offer.id,
        this.unitOfWork.scope().organizationId,
        offer.receiverOrganizationId,
        offer.caseId,
        offer.region,
        offer.offeredBy,
        offer.offeredOn,
        offer.lapsesOn,
      ],
    );
  }

  accept(
    id: string,
    by: { readonly personId: string; readonly certificate: Buffer },
    today: string,
  ): Promise<number> {
    return this.write(
      id,
      `state = 'ACCEPTED', receiver_id = $2, receiver_certificate = $3, answered_on = $4`,
      [by.personId, by.certificate, today],
    );
  }

  /** Ends an offer; nothing that was sealed for it stays. */
  end(
    id: string,
    state: 'DECLINED' | 'WITHDRAWN',
    reason: string | null,
    today: string,
  ): Promise<number> {
    return this.write(
      id,
      `state = $2, reason = $3, answered_on = coalesce(answered_on, $4), ${NO_PARCEL}`,
      [state, reason, today],
    );
  }

  send(
    id: string,
    by: { readonly personId: string; readonly certificate: Buffer },
    parcel: StoredParcel,
    today: string,
  ): Promise<number> {
    return this.write(
      id,
      `state = 'SENT', sender_id = $2, sender_certificate = $3, sent_on = $4, parcel_key_id = $5, parcel_grant_id = $6,
       parcel_grant = $7, parcel_commitment = $8, parcel_expires_at = $9, sealed_parcel = $10`,
      [
        by.personId,
        by.certificate,
        today,
        parcel.keyId,
        parcel.grantId,
        parcel.grant,
        parcel.commitment,
        parcel.expiresAt,
        parcel.sealed,
      ],
    );
  }

  /** The family has arrived: neither the parcel nor the way back to the old case stays. */
  receive(id: string, today: string): Promise<number> {
    return this.write(id, `state = 'RECEIVED', received_on = $2, case_id = NULL, ${NO_PARCEL}`, [
      today,
    ]);
  }

  /** Offers of both directions, the newest first. */
  async page(
    after: { readonly day: string; readonly id: string } | null,
    limit: number,
  ): Promise<readonly CaseTransferLine[]> {
    return this.unitOfWork.query<CaseTransferLine>(LINES, [
      this.unitOfWork.scope().organizationId,
      after?.day ?? 'infinity',
      after?.id ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ]);
  }

  private async write(id: string, change: string, parameters: unknown[]): Promise<number> {
    const [row] = await this.unitOfWork.query<{ version: number }>(
      `UPDATE case_transfer SET ${change}, version = version + 1 WHERE id = $1 RETURNING version`,
      [id, ...parameters],
    );
    return row?.version ?? 0;
  }
}

const NO_PARCEL = `parcel_key_id = NULL, parcel_grant_id = NULL, parcel_grant = NULL, parcel_commitment = NULL,
  parcel_expires_at = NULL, sealed_parcel = NULL`;

const COLUMNS = `id, organization_id AS "organizationId", receiver_organization_id AS "receiverOrganizationId", state,
  case_id AS "caseId", region, lapses_on::text AS "lapsesOn", receiver_id AS "receiverId",
  receiver_certificate AS "receiverCertificate", sender_id AS "senderId", sender_certificate AS "senderCertificate",
  parcel_key_id AS "parcelKeyId", parcel_grant_id AS "parcelGrantId", parcel_grant AS "parcelGrant",
  parcel_commitment AS "parcelCommitment", parcel_expires_at AS "parcelExpiresAt", sealed_parcel AS "sealedParcel",
  version,
  offered_on::text AS "offeredOn", answered_on::text AS "answeredOn", sent_on::text AS "sentOn"`;

const LINES = `
  SELECT t.id, t.version, t.organization_id = $1 AS "isOutgoing",
    CASE WHEN t.organization_id = $1 THEN t.receiver_organization_id ELSE t.organization_id END AS "partnerId", t.state,
    f.id AS "caseId", f.codename, t.region, t.offered_on::text AS "offeredOn", t.lapses_on::text AS "lapsesOn",
    t.answered_on::text AS "answeredOn", t.sent_on::text AS "sentOn", t.received_on::text AS "receivedOn",
    t.receiver_id AS "receiverId", t.reason
  FROM case_transfer t LEFT JOIN case_file f ON f.id = t.case_id AND f.organization_id = $1
  WHERE t.offered_on < $2::date OR (t.offered_on = $2::date AND t.id > $3::uuid)
  ORDER BY t.offered_on DESC, t.id LIMIT $4`;
