import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  notFound,
  ok,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { DisclosureRow } from '@kinward/safety';
import type { DecisionSheet, PaymentInstruction } from '../domain/sealed-contents.js';
import { DisbursementDesk } from './disbursement-desk.js';
import { DisbursementNews } from './disbursement-news.js';
import { PaperSealing } from './paper-sealing.js';

/** Why somebody may look at a payment instruction. */
const PURPOSES = ['PAY_OUT', 'CHECK_PAYMENT', 'CORRECT_DETAILS'];
const REVEAL_MINUTES = 15;

export interface RevealInstructionCommand {
  readonly disbursementId: string;
  readonly purpose: string;
}

/** The two sealed papers of a disbursement; to everybody without their key they do not exist (decision 5). */
@Injectable()
export class PapersQuery {
  constructor(
    private readonly desk: DisbursementDesk,
    private readonly papers: PaperSealing,
    private readonly unitOfWork: UnitOfWork,
    private readonly news: DisbursementNews,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** What an approver decides by. NOT_FOUND without the key; INTEGRITY. */
  async sheet(
    actor: Actor,
    id: string,
  ): Promise<Result<DecisionSheet & { readonly version: number }, DomainError>> {
    const locked = await this.desk.lock(actor, id, null);
    if (!locked.ok) return locked;
    const { row } = locked.value;
    const cell = {
      table: 'disbursement',
      column: 'sealed_sheet',
      rowId: row.id,
      revision: row.version,
    };
    const place = { subjectId: row.sheetSubjectId, tier: 'T1', cell } as const;
    const sheet = await this.papers.open<DecisionSheet>(actor, place, row.sealedSheet);
    if (!sheet.ok) return sheet;
    return sheet.value === null ? err(notFound()) : ok({ ...sheet.value, version: row.version });
  }

  /**
   * Shows whom to pay, for a stated purpose and 15 minutes, and writes the disclosure log. INVALID_INPUT `purpose`;
   * NOT_FOUND without the key; INTEGRITY.
   */
  async reveal(
    actor: Actor,
    { disbursementId, purpose }: RevealInstructionCommand,
  ): Promise<Result<PaymentInstruction & { readonly expiresAt: Date }, DomainError>> {
    if (!PURPOSES.includes(purpose)) return err(invalidInput('purpose', 'UNKNOWN_CODE'));
    const locked = await this.desk.lock(actor, disbursementId, null);
    if (!locked.ok) return locked;
    const { row, need } = locked.value;
    const cell = {
      table: 'disbursement',
      column: 'sealed_instruction',
      rowId: row.id,
      revision: row.version,
    };
    const place = { subjectId: row.instructionSubjectId, tier: 'T0', cell } as const;
    const opened = await this.papers.open<PaymentInstruction>(actor, place, row.sealedInstruction);
    if (!opened.ok) return opened;
    if (opened.value === null) return err(notFound());
    const openedAt = this.clock.now();
    const expiresAt = new Date(openedAt.getTime() + REVEAL_MINUTES * 60_000);
    const manager = await this.unitOfWork.manager();
    await manager.insert(DisclosureRow, {
      id: this.ids.next(),
      organizationId: actor.organizationId,
      caseId: need.caseId,
      personId: actor.personId,
      purpose,
      fieldCount: 1,
      openedAt,
      expiresAt,
    });
    this.news.record('PAYMENT_INSTRUCTION_REVEALED', 'DISBURSEMENT', row.id, purpose);
    return ok({ ...opened.value, expiresAt });
  }
}
