import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { openJson } from '@kinward/vault';
import { isCommittedTo } from '../../domain/evidence-commitment.js';
import { readDocument } from '../../domain/evidence-document.js';
import type { CommitmentSalt } from '../../domain/sealed-contents.js';
import { EvidenceRepository } from '../../infrastructure/evidence.repository.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { DisbursementNews } from '../disbursement-news.js';

export interface CompareEvidenceCommand {
  readonly evidenceId: string;
  /** The document that the partner shows now, as base64. */
  readonly document: string;
}

/** Compares a document that stayed with the partner with the commitment of the day (domain.md C4, E3). */
@Injectable()
export class CompareEvidenceUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly evidence: EvidenceRepository,
    private readonly news: DisbursementNews,
  ) {}

  /**
   * Whether it is the same document to the byte. Errors: INVALID_INPUT `document`; NOT_FOUND for what is no E3, and
   * without the key to the family's story; INTEGRITY when the sealed salt was changed.
   */
  async execute(
    actor: Actor,
    command: CompareEvidenceCommand,
  ): Promise<Result<boolean, DomainError>> {
    const document = readDocument(command.document);
    if (!document.ok) return document;
    const stored = await this.evidence.commitment(command.evidenceId);
    if (stored === null) return err(notFound());
    const locked = await this.desk.lock(actor, stored.disbursementId, null);
    if (!locked.ok) return locked;
    const file = await this.desk.openCase(actor, locked.value.need);
    if (!file.ok) return file;
    const cell = {
      table: 'disbursement_evidence',
      column: 'sealed_t1',
      rowId: stored.id,
      revision: 1,
    };
    const opened = openJson<CommitmentSalt>(file.value.story, cell, stored.sealedT1);
    if (!opened.ok) return opened;
    const salt = Buffer.from(opened.value.salt, 'base64');
    const isSame = isCommittedTo(stored.commitment, document.value, salt);
    salt.fill(0);
    this.news.record('EVIDENCE_COMPARED', 'EVIDENCE', stored.id);
    return ok(isSame);
  }
}
