import { Inject, Injectable } from '@nestjs/common';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import { WORD_EVIDENCE } from '../../domain/evidence.js';
import { EvidenceRepository } from '../../infrastructure/evidence.repository.js';
import { ReceiptWordRepository } from '../../infrastructure/receipt-word.repository.js';
import { DisbursementDesk } from '../disbursement-desk.js';
import { EvidenceSettlement } from './evidence-settlement.js';

const CONFIRMABLE = ['RELEASED', 'IN_TRANSIT', 'DELIVERED'];

/** Turns a used word into evidence, under the same locks as everything else. */
@Injectable()
export class ReceiptRecording {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly words: ReceiptWordRepository,
    private readonly evidence: EvidenceRepository,
    private readonly settlement: EvidenceSettlement,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async record(wordId: string): Promise<Result<void, DomainError>> {
    const disbursementId = await this.words.disbursementOf(wordId);
    if (disbursementId === null) return ok();
    const locked = await this.desk.lock(null, disbursementId, null);
    if (!locked.ok) return locked;
    const { row, need } = locked.value;
    if (!CONFIRMABLE.includes(row.state) || !(await this.words.use(wordId))) return ok();
    await this.evidence.add({
      id: this.ids.next(),
      disbursementId: row.id,
      caseId: need.caseId,
      class: 'E1',
      what: WORD_EVIDENCE,
      recordedBy: null,
    });
    const settled = await this.settlement.settle(locked.value, null);
    return settled.ok ? ok() : settled;
  }
}
