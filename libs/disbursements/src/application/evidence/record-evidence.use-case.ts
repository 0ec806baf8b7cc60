import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  refused,
  wrongState,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { EVIDENCE_KINDS, readEvidenceClass, type EvidenceClass } from '../../domain/evidence.js';
import { readDocument } from '../../domain/evidence-document.js';
import { EvidenceRepository } from '../../infrastructure/evidence.repository.js';
import { changedDisbursement, type ChangedDisbursement } from '../changed-disbursement.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { partsOf } from '../disbursement-mover.js';
import { DisbursementNews } from '../disbursement-news.js';
import { EvidencePapers } from './evidence-papers.js';
import { EvidenceSettlement } from './evidence-settlement.js';

export interface RecordEvidenceCommand {
  readonly disbursementId: string;
  readonly evidenceClass: string;
  /** A code of the class: what it is, or why there is none. */
  readonly what: string;
  /** The document as base64: E3 keeps a salted commitment of it and nothing else, E4 seals it. */
  readonly document?: string | null;
}

/** From the release on; a proof may come before the word that it arrived. */
const PROVABLE = ['RELEASED', 'IN_TRANSIT', 'DELIVERED'];

/**
 * Records a proof of delivery (domain.md C4). E1 comes from the family's word only. Errors: INVALID_INPUT
 * `evidenceClass`, `what`, `document`; NOT_FOUND, also without the key to the family's story for E3; WRONG_STATE; REFUSED
 * `ONLY_THE_FAMILY_CONFIRMS`, `TWO_KEEPERS_REQUIRED`; INTEGRITY.
 */
@Injectable()
export class RecordEvidenceUseCase {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly evidence: EvidenceRepository,
    private readonly papers: EvidencePapers,
    private readonly settlement: EvidenceSettlement,
    private readonly news: DisbursementNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: RecordEvidenceCommand,
  ): Promise<Result<ChangedDisbursement, DomainError>> {
    const checked = checkEvidence(command);
    if (!checked.ok) return checked;
    const { class: evidenceClass, document } = checked.value;
    const locked = await this.desk.lock(actor, command.disbursementId, null);
    if (!locked.ok) return locked;
    const { row, need } = locked.value;
    if (!PROVABLE.includes(row.state)) return err(wrongState(row.state));
    const id = this.ids.next();
    const papers = await this.papers.write(actor, { id, need, evidenceClass }, document);
    if (!papers.ok) return papers;
    await this.evidence.add({
      id,
      disbursementId: row.id,
      caseId: need.caseId,
      class: evidenceClass,
      what: command.what,
      recordedBy: actor.personId,
      ...papers.value,
    });
    await this.news.tell('EVIDENCE_RECORDED', row.id, evidenceClass);
    const bringer = { actorId: actor.personId, actingAs: partsOf(actor) };
    const settled = await this.settlement.settle(locked.value, bringer);
    return settled.ok ? ok(changedDisbursement(settled.value)) : settled;
  }
}

interface CheckedEvidence {
  readonly class: Exclude<EvidenceClass, 'E1'>;
  readonly document: Buffer | null;
}

function checkEvidence(command: RecordEvidenceCommand): Result<CheckedEvidence, DomainError> {
  const evidenceClass = readEvidenceClass(command.evidenceClass);
  if (evidenceClass === null) return err(invalidInput('evidenceClass', 'UNKNOWN_CODE'));
  if (evidenceClass === 'E1') return err(refused('ONLY_THE_FAMILY_CONFIRMS'));
  if (!EVIDENCE_KINDS[evidenceClass].includes(command.what)) {
    return err(invalidInput('what', 'UNKNOWN_CODE'));
  }
  const needsDocument = evidenceClass === 'E3' || evidenceClass === 'E4';
  const text = command.document ?? null;
  if (!needsDocument) {
    return text === null
      ? ok({ class: evidenceClass, document: null })
      : err(invalidInput('document', 'NOT_ALLOWED'));
  }
  const document = readDocument(text);
  return document.ok ? ok({ class: evidenceClass, document: document.value }) : document;
}
