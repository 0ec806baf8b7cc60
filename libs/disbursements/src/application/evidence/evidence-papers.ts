import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import type { NeedForMoney } from '@kinward/needs';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { sealJson } from '@kinward/vault';
import { commitTo, SALT_BYTES } from '../../domain/evidence-commitment.js';
import type { CommitmentSalt } from '../../domain/sealed-contents.js';
import {
  EvidenceRepository,
  type EvidenceRecord,
} from '../../infrastructure/evidence.repository.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { PaperSealing } from '../paper-sealing.js';

type EvidenceColumns = Pick<
  EvidenceRecord,
  'commitment' | 'sealedT1' | 'documentSubjectId' | 'sealedDocument'
>;

const KEEPERS = 2;

/** What is kept of a document: nothing, a salted commitment, or the whole sealed to two keepers (domain.md C4). */
@Injectable()
export class EvidencePapers {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly papers: PaperSealing,
    private readonly evidence: EvidenceRepository,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async write(
    actor: Actor,
    place: { readonly id: string; readonly need: NeedForMoney; readonly evidenceClass: string },
    document: Buffer | null,
  ): Promise<Result<EvidenceColumns, DomainError>> {
    if (document === null) return ok({});
    return place.evidenceClass === 'E3'
      ? this.commit(actor, place.id, place.need, document)
      : this.seal(actor, place.id, document);
  }

  private async commit(
    actor: Actor,
    id: string,
    need: NeedForMoney,
    document: Buffer,
  ): Promise<Result<EvidenceColumns, DomainError>> {
    const file = await this.desk.openCase(actor, need);
    if (!file.ok) return file;
    const salt = this.ids.bytes(SALT_BYTES);
    const cell = { table: 'disbursement_evidence', column: 'sealed_t1', rowId: id, revision: 1 };
    const kept: CommitmentSalt = { salt: salt.toString('base64') };
    const sealedT1 = sealJson(file.value.story, cell, kept);
    const commitment = commitTo(document, salt);
    salt.fill(0);
    return ok({ commitment, sealedT1 });
  }

  /** Each keeper's key waits behind a lock that the other one opens (decision 2); the writer keeps none. */
  private async seal(
    actor: Actor,
    id: string,
    document: Buffer,
  ): Promise<Result<EvidenceColumns, DomainError>> {
    const keepers = (await this.evidence.keepers()).filter((keeper) => keeper !== actor.personId);
    if (keepers.length < KEEPERS) return err(refused('TWO_KEEPERS_REQUIRED'));
    const paper = await this.papers.create(actor, {
      kind: 'EVIDENCE',
      tier: 'T0',
      purpose: 'EVIDENCE_KEEPING',
      holderIds: keepers.slice(0, KEEPERS),
      isLocked: true,
    });
    if (!paper.ok) return paper;
    const { subjectId, keys } = paper.value;
    const cell = {
      table: 'disbursement_evidence',
      column: 'sealed_document',
      rowId: id,
      revision: 1,
    };
    const content = { content: document.toString('base64') };
    const sealedDocument = sealJson(keys, cell, content);
    await this.papers.forget(actor, 'EVIDENCE', subjectId);
    return ok({ documentSubjectId: subjectId, sealedDocument });
  }
}
