import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { NeedForMoney } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import { sealJson } from '@kinward/vault';
import type { DecisionSheet } from '../../domain/sealed-contents.js';
import type { DisbursementRow } from '../../infrastructure/disbursement.entity.js';
import { GroundRepository } from '../../infrastructure/ground.repository.js';
import { PaperSealing } from '../paper-sealing.js';
import type { CheckedContent } from './checked-content.js';
import type { DraftJudgement } from './draft-judge.js';

export type DraftPapers = Pick<
  DisbursementRow,
  'sheetSubjectId' | 'sealedSheet' | 'instructionSubjectId' | 'sealedInstruction'
>;

/** Seals sheet and instruction, each to its own readers and under a key of its own for every version (decision 5). */
@Injectable()
export class DraftPapersWriter {
  constructor(
    private readonly papers: PaperSealing,
    private readonly ground: GroundRepository,
  ) {}

  async seal(
    actor: Actor,
    place: { readonly id: string; readonly version: number; readonly need: NeedForMoney },
    content: CheckedContent,
    judgement: DraftJudgement,
  ): Promise<Result<DraftPapers, DomainError>> {
    const sheet = await this.papers.create(actor, {
      kind: 'SHEET',
      tier: 'T1',
      purpose: 'APPROVAL',
      holderIds: await this.ground.peopleOf(['COORDINATOR']),
      isLocked: false,
    });
    if (!sheet.ok) return sheet;
    const { approverMayRelease } = await this.ground.settings();
    const payers = approverMayRelease ? ['FINANCE_OFFICER', 'COORDINATOR'] : ['FINANCE_OFFICER'];
    const instruction = await this.papers.create(actor, {
      kind: 'INSTRUCTION',
      tier: 'T0',
      purpose: 'PAYMENT',
      holderIds: await this.ground.peopleOf(payers),
      isLocked: false,
    });
    if (!instruction.ok) return instruction;
    const cell = { table: 'disbursement', rowId: place.id, revision: place.version };
    const paper = await this.sheetOf(place.need, content, judgement);
    return ok({
      sheetSubjectId: sheet.value.subjectId,
      sealedSheet: sealJson(sheet.value.keys, { ...cell, column: 'sealed_sheet' }, paper),
      instructionSubjectId: instruction.value.subjectId,
      sealedInstruction: sealJson(
        instruction.value.keys,
        { ...cell, column: 'sealed_instruction' },
        content.instruction,
      ),
    });
  }

  private async sheetOf(
    need: NeedForMoney,
    content: CheckedContent,
    judgement: DraftJudgement,
  ): Promise<DecisionSheet> {
    const { reason, quote, amountMinor, channelClass } = content;
    return {
      reason,
      quote,
      code: need.code,
      needAmountMinor: need.amountMinor.toString(),
      amountMinor: amountMinor.toString(),
      channelClass,
      clearance: judgement.clearance,
      duplicateAnswer: await this.ground.duplicateAnswer(need.id),
      warnings: judgement.warnings,
    };
  }
}
