import { Inject, Injectable } from '@nestjs/common';
import { isUuid, type Clock } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';

export interface EvidenceRecord {
  readonly id: string;
  readonly disbursementId: string;
  readonly caseId: string;
  readonly class: string;
  readonly what: string;
  /** Null for the family's own word. */
  readonly recordedBy: string | null;
  readonly commitment?: Buffer;
  readonly sealedT1?: Buffer;
  readonly documentSubjectId?: string;
  readonly sealedDocument?: Buffer;
}

export interface StoredDocument {
  readonly id: string;
  readonly disbursementId: string;
  readonly documentSubjectId: string;
  readonly sealedDocument: Buffer;
}

/** What is kept of a document that stays with the partner (E3). */
export interface StoredCommitment {
  readonly id: string;
  readonly disbursementId: string;
  readonly commitment: Buffer;
  /** The salt, sealed with the family's story. */
  readonly sealedT1: Buffer;
}

/** A proof as lists show it. */
export interface ProofLine {
  readonly id: string;
  readonly evidenceClass: string;
  readonly what: string;
  readonly recordedAt: Date;
}

/** Proofs of delivery and who keeps the sealed ones. */
@Injectable()
export class EvidenceRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(record: EvidenceRecord): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO disbursement_evidence (id, organization_id, disbursement_id, case_id, class, what, recorded_by,
         recorded_at, commitment, sealed_t1, document_subject_id, sealed_document)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        record.id,
        this.unitOfWork.scope().organizationId,
        record.disbursementId,
        record.caseId,
        record.class,
        record.what,
        record.recordedBy,
        this.clock.now(),
        record.commitment ?? null,
        record.sealedT1 ?? null,
        record.documentSubjectId ?? null,
        record.sealedDocument ?? null,
      ],
    );
  }

  async classesOf(disbursementId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ class: string }>(
      'SELECT DISTINCT class FROM disbursement_evidence WHERE disbursement_id = $1 ORDER BY class',
      [disbursementId],
    );
    return rows.map((row) => row.class);
  }

  /** Proofs of one payout, oldest first; a payout has a handful. */
  async proofsOf(disbursementId: string): Promise<readonly ProofLine[]> {
    return this.unitOfWork.query<ProofLine>(
      `SELECT id, class AS "evidenceClass", what, recorded_at AS "recordedAt" FROM disbursement_evidence
       WHERE disbursement_id = $1 ORDER BY recorded_at, id`,
      [disbursementId],
    );
  }

  async commitment(evidenceId: string): Promise<StoredCommitment | null> {
    if (!isUuid(evidenceId)) return null;
    const [row] = await this.unitOfWork.query<StoredCommitment>(
      `SELECT id, disbursement_id AS "disbursementId", commitment, sealed_t1 AS "sealedT1"
       FROM disbursement_evidence WHERE id = $1 AND class = 'E3'`,
      [evidenceId],
    );
    return row ?? null;
  }

  async document(evidenceId: string): Promise<StoredDocument | null> {
    if (!isUuid(evidenceId)) return null;
    const [row] = await this.unitOfWork.query<StoredDocument>(
      `SELECT id, disbursement_id AS "disbursementId", document_subject_id AS "documentSubjectId",
         sealed_document AS "sealedDocument" FROM disbursement_evidence WHERE id = $1 AND class = 'E4'`,
      [evidenceId],
    );
    return row ?? null;
  }

  /** Who holds a key to a document, shut or not. */
  async holdersOf(documentSubjectId: string): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ holder_id: string }>(
      `SELECT g.holder_id FROM access_grant g JOIN compartment c ON c.id = g.compartment_id
       WHERE c.subject_id = $1 ORDER BY g.holder_id`,
      [documentSubjectId],
    );
    return rows.map((row) => row.holder_id);
  }

  async keepers(): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ person_id: string }>(
      `SELECT k.person_id FROM evidence_keeper k JOIN person p ON p.id = k.person_id
       WHERE k.organization_id = $1 AND p.standing = 'ACTIVE' ORDER BY k.appointed_at, k.person_id`,
      [this.unitOfWork.scope().organizationId],
    );
    return rows.map((row) => row.person_id);
  }

  async appoint(personId: string, appointedBy: string): Promise<void> {
    await this.unitOfWork.execute(
      `INSERT INTO evidence_keeper (organization_id, person_id, appointed_by, appointed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [this.unitOfWork.scope().organizationId, personId, appointedBy, this.clock.now()],
    );
  }

  async dismiss(personId: string): Promise<boolean> {
    const gone = await this.unitOfWork.execute(
      'DELETE FROM evidence_keeper WHERE organization_id = $1 AND person_id = $2',
      [this.unitOfWork.scope().organizationId, personId],
    );
    return gone > 0;
  }
}
