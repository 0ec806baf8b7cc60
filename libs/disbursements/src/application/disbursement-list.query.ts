import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { EvidenceRepository, type ProofLine } from '../infrastructure/evidence.repository.js';
import { SignatureRepository, type Signature } from '../infrastructure/signature.repository.js';
import { seesOwnCasesOnly } from './disbursement-desk.js';

export type { ProofLine } from '../infrastructure/evidence.repository.js';
export type { Signature } from '../infrastructure/signature.repository.js';

export interface DisbursementFilter {
  readonly states?: readonly string[] | null;
  readonly fundId?: string | null;
  readonly needId?: string | null;
  /** Only payouts that these releases of the books paid for. */
  readonly releaseTransferIds?: readonly string[] | null;
  /** Only what waits for a signature of mine. */
  readonly mineToSign?: boolean | null;
  readonly first: number;
  readonly after?: string | null;
}

/** One line of the list: work data only. Amounts are minor units as the database gives them. */
export interface DisbursementLine {
  readonly id: string;
  readonly codename: string;
  readonly needId: string;
  readonly fundId: string;
  readonly reservationId: string;
  readonly code: string;
  readonly state: string;
  readonly stateBefore: string | null;
  readonly amountMinor: string;
  readonly deliveredMinor: string;
  readonly returnedMinor: string;
  readonly lostMinor: string;
  readonly channelClass: string;
  readonly recipient: string;
  readonly region: string;
  readonly clearance: string;
  readonly approvalsRequired: number;
  readonly approvalsGiven: number;
  readonly requiredEvidence: string;
  readonly evidence: readonly string[];
  readonly warnings: readonly string[];
  readonly awaitsSample: boolean;
  readonly settlementReference: string | null;
  readonly resendOf: string | null;
  readonly draftedAt: Date;
  readonly releasedOn: string | null;
  readonly releasedAt: Date | null;
  readonly releasedById: string | null;
  readonly deliveredOn: string | null;
  /** When the last proof was recorded. */
  readonly provenAt: Date | null;
  readonly releaseTransferId: string | null;
  readonly paymentTransferId: string | null;
  /** What was booked as arrived, oldest first; one that was taken back is among them. */
  readonly deliveryTransferIds: readonly string[];
  readonly version: number;
}

export interface DisbursementDetail extends DisbursementLine {
  readonly signatures: readonly Signature[];
  readonly proofs: readonly ProofLine[];
}

/** The sort key of a line, newest first. */
export function disbursementKey(line: DisbursementLine): readonly string[] {
  return [line.draftedAt.toISOString(), line.id];
}

/** Payouts of my organisation: all of them for those who sign, pay or check; for caseworkers those of their families. */
@Injectable()
export class DisbursementListQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signatures: SignatureRepository,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** One statement per page whatever its size. Errors: an invalid cursor. */
  async page(
    actor: Actor,
    filter: DisbursementFilter,
  ): Promise<Result<Page<DisbursementLine>, DomainError>> {
    const after = filter.after == null ? null : readCursor(filter.after);
    if (filter.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const lines = await this.read(actor, { ...filter, id: null, after });
    return ok(toPage(lines, filter.first, disbursementKey));
  }

  /** One payout with its signature trail and its proofs. NOT_FOUND, also for a caseworker of another family. */
  async detail(actor: Actor, id: string): Promise<Result<DisbursementDetail, DomainError>> {
    if (!isUuid(id)) return err(notFound());
    const [line] = await this.read(actor, { first: 1, id, after: null });
    if (line === undefined) return err(notFound());
    const signatures = await this.signatures.of(id);
    return ok({ ...line, signatures, proofs: await this.evidence.proofsOf(id) });
  }

  private read(
    actor: Actor,
    filter: Omit<DisbursementFilter, 'after'> & {
      readonly id: string | null;
      readonly after: readonly [string, string] | null;
    },
  ): Promise<DisbursementLine[]> {
    return this.unitOfWork.query<DisbursementLine>(LIST, [
      actor.organizationId,
      seesOwnCasesOnly(actor) ? actor.personId : null,
      filter.states ?? null,
      filter.fundId ?? null,
      filter.needId ?? null,
      filter.id,
      filter.mineToSign === true ? actor.personId : null,
      [...actor.roles],
      filter.after?.[0] ?? null,
      filter.after?.[1] ?? null,
      filter.first + 1,
      filter.releaseTransferIds ?? null,
    ]);
  }
}

function readCursor(cursor: string): readonly [string, string] | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  const isKey =
    typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && isUuid(id);
  return isKey ? [at, id] : null;
}

/** Whose signature a state waits for; whoever made or approved it is not asked again. */
const MINE = `
  ((d.state = 'PENDING_SECURITY' AND 'SECURITY_OFFICER' = ANY($8))
    OR (d.state = 'PENDING_APPROVAL' AND 'COORDINATOR' = ANY($8))
    OR (d.state = 'APPROVED' AND 'FINANCE_OFFICER' = ANY($8))
    OR (d.state = 'EVIDENCED' AND 'FINANCE_OFFICER' = ANY($8)))
  AND NOT EXISTS (SELECT FROM disbursement_signature s WHERE s.disbursement_id = d.id AND s.person_id = $7
    AND (s.act = 'MADE' OR s.act = 'APPROVED' AND s.version = d.version))
  AND NOT EXISTS (SELECT FROM disbursement_interest i WHERE i.disbursement_id = d.id AND i.person_id = $7
    AND i.has_interest)`;

const LIST = `
  SELECT d.id, f.codename, d.need_id AS "needId", d.fund_id AS "fundId", d.reservation_id AS "reservationId", d.code,
    d.state, d.state_before AS "stateBefore", d.amount_minor AS "amountMinor", d.delivered_minor AS "deliveredMinor",
    d.returned_minor AS "returnedMinor", d.lost_minor AS "lostMinor", d.channel_class AS "channelClass", d.recipient,
    d.region, d.clearance, d.approvals_required AS "approvalsRequired",
    (SELECT count(*)::int FROM disbursement_signature s WHERE s.disbursement_id = d.id AND s.act = 'APPROVED'
      AND s.version = d.version AND s.voided_at IS NULL) AS "approvalsGiven",
    d.required_evidence AS "requiredEvidence",
    ARRAY(SELECT DISTINCT e.class FROM disbursement_evidence e WHERE e.disbursement_id = d.id ORDER BY e.class) AS evidence,
    d.warnings, d.awaits_sample AS "awaitsSample", d.settlement_reference AS "settlementReference",
    d.resend_of AS "resendOf", d.drafted_at AS "draftedAt", d.released_on::text AS "releasedOn",
    release.signed_at AS "releasedAt", release.person_id AS "releasedById", d.delivered_on::text AS "deliveredOn",
    (SELECT max(e.recorded_at) FROM disbursement_evidence e WHERE e.disbursement_id = d.id) AS "provenAt",
    d.release_transfer_id AS "releaseTransferId", d.payment_transfer_id AS "paymentTransferId",
    ARRAY(SELECT t.transfer_id FROM disbursement_transition t WHERE t.disbursement_id = d.id AND t.transfer_id IS NOT NULL
      ORDER BY t.made_at, t.id) AS "deliveryTransferIds", d.version
  FROM disbursement d JOIN need n ON n.id = d.need_id JOIN case_file f ON f.id = n.case_id
  LEFT JOIN LATERAL (SELECT s.signed_at, s.person_id FROM disbursement_signature s WHERE s.disbursement_id = d.id
    AND s.act = 'RELEASED' ORDER BY s.signed_at DESC LIMIT 1) release ON true
  WHERE d.organization_id = $1
    AND ($2::uuid IS NULL OR f.assignee_id = $2 OR f.deputy_id = $2 OR EXISTS (SELECT FROM access_grant g
      JOIN compartment c ON c.id = g.compartment_id WHERE c.subject_id = f.id AND g.holder_id = $2))
    AND ($3::text[] IS NULL OR d.state = ANY($3)) AND ($4::uuid IS NULL OR d.fund_id = $4)
    AND ($5::uuid IS NULL OR d.need_id = $5) AND ($6::uuid IS NULL OR d.id = $6)
    AND ($7::uuid IS NULL OR $8::text[] IS NOT NULL AND ${MINE})
    AND ($12::uuid[] IS NULL OR d.release_transfer_id = ANY($12))
    AND ($9::timestamptz IS NULL OR (d.drafted_at, d.id) < ($9::timestamptz, $10::uuid))
  ORDER BY d.drafted_at DESC, d.id DESC LIMIT $11`;
