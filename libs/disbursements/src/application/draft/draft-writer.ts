import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import type { DisbursementRow } from '../../infrastructure/disbursement.entity.js';
import { RailRepository } from '../../infrastructure/rail.repository.js';
import { SignatureRepository } from '../../infrastructure/signature.repository.js';
import { DisbursementNews } from '../disbursement-news.js';
import type { CheckedContent } from './checked-content.js';
import { DraftJudge, type DraftGround, type DraftJudgement } from './draft-judge.js';
import { DraftPapersWriter, type DraftPapers } from './draft-papers.js';

/** The columns that an edit writes anew. */
export type ContentColumns = DraftPapers &
  Pick<
    DisbursementRow,
    | 'amountMinor'
    | 'channelClass'
    | 'recipient'
    | 'clearance'
    | 'approvalsRequired'
    | 'requiredEvidence'
    | 'warnings'
    | 'acknowledged'
    | 'makerId'
  >;

export interface WrittenContent {
  readonly columns: ContentColumns;
  readonly content: CheckedContent;
  readonly judgement: DraftJudgement;
}

/** What a new draft and an edit have in common: judge, seal, sign as maker, plan the rails. */
@Injectable()
export class DraftWriter {
  constructor(
    private readonly needs: NeedMoney,
    private readonly judge: DraftJudge,
    private readonly papers: DraftPapersWriter,
    private readonly signatures: SignatureRepository,
    private readonly rails: RailRepository,
    private readonly news: DisbursementNews,
  ) {}

  async judgeAndSeal(
    actor: Actor,
    ground: DraftGround & { readonly id: string; readonly version: number },
    content: CheckedContent,
  ): Promise<Result<WrittenContent, DomainError>> {
    const live = this.needs.requireLiveCase(ground.need);
    if (!live.ok) return live;
    const judged = await this.judge.judge(ground, content);
    if (!judged.ok) return judged;
    const judgement = judged.value;
    const sealed = await this.papers.seal(actor, ground, content, judgement);
    if (!sealed.ok) return sealed;
    const { amountMinor, channelClass, recipient } = content;
    const { clearance, approvalsRequired, requiredEvidence } = judgement;
    const warnings = [...judgement.warnings];
    const columns = {
      ...sealed.value,
      ...{ amountMinor, channelClass, recipient, clearance, approvalsRequired, requiredEvidence },
      warnings,
      acknowledged: warnings.filter((warning) => content.acknowledged.includes(warning)),
      makerId: actor.personId,
    };
    return ok({ columns, content, judgement });
  }

  /** Signs as the maker of this version and notes what the payout will be seen by. */
  async afterWriting(
    actor: Actor,
    row: Pick<DisbursementRow, 'id' | 'version'>,
    caseId: string,
    { content, judgement }: WrittenContent,
    action: 'DRAFT' | 'CHANGE',
  ): Promise<void> {
    const role = actor.roles.has('CASEWORKER') ? 'CASEWORKER' : 'COORDINATOR';
    await this.signatures.sign(row, { act: 'MADE', role, personId: actor.personId });
    await this.signatures.declare(row.id, actor.personId, false);
    const use = { disbursementId: row.id, caseId, isVisible: judgement.isVisibleInside };
    await this.rails.plan(use, content.counterparties);
    if (action === 'DRAFT') await this.news.tell('DISBURSEMENT_DRAFT', row.id);
  }
}
