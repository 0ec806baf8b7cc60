import { Injectable } from '@nestjs/common';
import { PeopleQuery } from '@kinward/identity';
import { err, isUuid, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { AccessGranting } from '@kinward/vault';
import type { SealedDocument } from '../../domain/sealed-contents.js';
import { EvidenceRepository } from '../../infrastructure/evidence.repository.js';
import { DisbursementNews } from '../disbursement-news.js';
import { PaperSealing } from '../paper-sealing.js';

/** Evidence keepers: an appointment, not a role (decision 15). No document is opened by one person alone. */
@Injectable()
export class EvidenceKeepingUseCase {
  constructor(
    private readonly people: PeopleQuery,
    private readonly evidence: EvidenceRepository,
    private readonly granting: AccessGranting,
    private readonly papers: PaperSealing,
    private readonly news: DisbursementNews,
  ) {}

  /** Appoints a keeper. NOT_FOUND; REFUSED `KEEPER_NOT_ACTIVE` for people on probation or suspended. */
  async appoint(actor: Actor, personId: string): Promise<Result<string, DomainError>> {
    const person = isUuid(personId) ? (await this.people.byIds([personId])).get(personId) : null;
    if (person == null) return err(notFound());
    if (person.standing !== 'ACTIVE') return err(refused('KEEPER_NOT_ACTIVE'));
    await this.evidence.appoint(personId, actor.personId);
    this.news.record('EVIDENCE_KEEPER_APPOINTED', 'PERSON', personId);
    return ok(personId);
  }

  /** Ends an appointment; keys to what was sealed before stay as they are. NOT_FOUND. */
  async dismiss(personId: string): Promise<Result<string, DomainError>> {
    if (!isUuid(personId) || !(await this.evidence.dismiss(personId))) return err(notFound());
    this.news.record('EVIDENCE_KEEPER_DISMISSED', 'PERSON', personId);
    return ok(personId);
  }

  /**
   * Opens the lock on the other keeper's key. NOT_FOUND for a document that the actor does not keep, and for one whose
   * other lock is open.
   */
  async releaseLock(actor: Actor, evidenceId: string): Promise<Result<string, DomainError>> {
    const document = await this.evidence.document(evidenceId);
    if (document === null) return err(notFound());
    const keepers = await this.evidence.holdersOf(document.documentSubjectId);
    if (!keepers.includes(actor.personId)) return err(notFound());
    const other = keepers.find((keeper) => keeper !== actor.personId);
    if (other === undefined) return err(notFound());
    const act = { action: 'EVIDENCE_LOCK_RELEASED', subjectKind: 'EVIDENCE' };
    const released = await this.granting.releaseLock(actor, document.documentSubjectId, other, act);
    return released.ok ? ok(document.id) : released;
  }

  /** The document as base64, for a keeper whose lock the other one has opened; NOT_FOUND for everybody else. */
  async open(actor: Actor, evidenceId: string): Promise<Result<string, DomainError>> {
    const document = await this.evidence.document(evidenceId);
    if (document === null) return err(notFound());
    const { id: rowId, documentSubjectId: subjectId, sealedDocument } = document;
    const cell = {
      table: 'disbursement_evidence',
      column: 'sealed_document',
      rowId,
      revision: 1,
    };
    const place = { subjectId, tier: 'T0', cell } as const;
    const opened = await this.papers.open<SealedDocument>(actor, place, sealedDocument);
    if (!opened.ok) return opened;
    if (opened.value === null) return err(notFound());
    this.news.record('EVIDENCE_OPENED', 'EVIDENCE', document.id);
    return ok(opened.value.content);
  }
}
