import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  notFound,
  ok,
  refused,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { OwnDrafts } from '@kinward/vault';
import type { CalendarDay } from '../../domain/calendar-day.js';
import { isLive } from '../../domain/case-states.js';
import { mayReceiveHandshake, trustAfter } from '../../domain/contact-channel-trust.js';
import {
  channelEventOf,
  checkAttempt,
  lastConfirmedAfter,
  type ContactOutcome,
} from '../../domain/contact-log.js';
import { checkOptionalText, NOTE_LENGTH } from '../../domain/family-checks.js';
import { planNextStep, type NextStep } from '../../domain/next-step.js';
import type { CaseFileRow } from '../../infrastructure/case-file.entity.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { ContactRepository } from '../../infrastructure/contact.repository.js';
import { CaseAccess } from '../case-access.js';
import { CaseNews } from '../case-news.js';
import type { ChangedCase } from '../changed-case.js';
import { ContactWriter } from '../contact-writer.js';

export interface RecordContactAttemptCommand {
  readonly caseId: string;
  readonly version?: number | null;
  readonly channelId?: string | null;
  /** Day in the organisation's zone; default today. */
  readonly madeOn?: string | null;
  /** Code of `CONTACT_OUTCOMES`. */
  readonly outcome: string;
  readonly note?: string | null;
  /** The promise that follows, in the same act. */
  readonly nextStep?: { readonly kind: string; readonly dueDay: string } | null;
}

interface CheckedAttempt {
  readonly outcome: ContactOutcome;
  readonly madeOn: CalendarDay;
  readonly note: string | null;
  readonly nextStep: NextStep | null;
}

/**
 * Records a try to reach the family, what came of it, and what is promised next (decisions.md 21). A passed handshake
 * verifies the channel; a failed one, or a wrong person, casts doubt on it. The draft of it goes. Errors: INVALID_INPUT naming the field;
 * NOT_FOUND for case or channel; STALE_VERSION; WRONG_STATE for an ended case; REFUSED `CHANNEL_COMPROMISED`;
 * INTEGRITY.
 */
@Injectable()
export class RecordContactAttemptUseCase {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseFileRepository,
    private readonly contacts: ContactRepository,
    private readonly writer: ContactWriter,
    private readonly news: CaseNews,
    private readonly drafts: OwnDrafts,
  ) {}

  async execute(
    actor: Actor,
    command: RecordContactAttemptCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const opened = await this.access.open(actor, command.caseId, command.version ?? null);
    if (!opened.ok) return opened;
    const { row, settings } = opened.value;
    const attempt = checkCommand(command, settings.today);
    if (!attempt.ok) return attempt;
    if (!isLive(row.state)) return err(wrongState(row.state));
    const { outcome, madeOn, note, nextStep } = attempt.value;
    const channelId = command.channelId ?? null;
    const judged = channelId === null ? ok() : await this.judge(row, channelId, outcome);
    if (!judged.ok) return judged;
    const tried = { channelId, madeBy: actor.personId, madeOn, outcome };
    const addedId = await this.writer.addAttempt(opened.value, tried, { note });
    const { openedDay, lastConfirmedContactDay: lastConfirmed } = row;
    const version = await this.cases.change(row, {
      lastConfirmedContactDay: lastConfirmedAfter({ outcome, madeOn, openedDay, lastConfirmed }),
      ...(nextStep === null
        ? {}
        : { nextStepKind: nextStep.kind, nextStepDueDay: nextStep.dueDay }),
    });
    await this.drafts.finish({ kind: 'CONTACT_ATTEMPT', subjectId: row.id });
    await this.news.tell('CONTACT_ATTEMPT_RECORDED', row.id, outcome);
    return ok({ caseId: row.id, version, addedId });
  }

  /** Refuses a lost channel; otherwise the channel learns from the outcome. */
  private async judge(
    row: CaseFileRow,
    channelId: string,
    outcome: ContactOutcome,
  ): Promise<Result<void, DomainError>> {
    const channel = await this.contacts.findChannel(row.id, channelId);
    if (channel === null) return err(notFound());
    if (!mayReceiveHandshake(channel.trust)) return err(refused('CHANNEL_COMPROMISED'));
    const event = channelEventOf(outcome);
    if (event === null) return ok();
    const trust = trustAfter(channel.trust, event);
    if (!trust.ok) return trust;
    await this.contacts.changeTrust(channel, trust.value);
    return ok();
  }
}

function checkCommand(
  command: RecordContactAttemptCommand,
  today: CalendarDay,
): Result<CheckedAttempt, DomainError> {
  const attempt = checkAttempt(command.outcome, command.madeOn ?? today, today);
  if (!attempt.ok) return attempt;
  const note = checkOptionalText('note', command.note, NOTE_LENGTH);
  if (!note.ok) return note;
  const checked = { ...attempt.value, note: note.value };
  const wanted = command.nextStep ?? null;
  if (wanted === null) return ok({ ...checked, nextStep: null });
  const nextStep = planNextStep({ ...wanted, today });
  if (nextStep.ok) return ok({ ...checked, nextStep: nextStep.value });
  const { error } = nextStep;
  if (error.kind !== 'INVALID_INPUT') return nextStep;
  return err(invalidInput(`nextStep.${error.field}`, error.reason));
}
