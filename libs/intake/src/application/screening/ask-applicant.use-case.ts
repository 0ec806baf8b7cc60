import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  notFound,
  ok,
  refused,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { addDays } from '../../domain/screening/answer-due.js';
import { DO_NOT_CONTACT } from '../../domain/screening/contact-of-request.js';
import { ASK_DAYS, ASK_REASONS } from '../../domain/screening/decisions.js';
import { RequestOpener } from './request-opener.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';
import { ScreeningGround } from './screening-ground.js';

export interface AskApplicantCommand extends RequestReference {
  /** Code of {@link ASK_REASONS}. */
  readonly reason: string;
  /** Day by which an answer is hoped for; a week from now where it is left out. */
  readonly dueOn?: string | null;
}

export interface AskedApplicant extends ChangedRequest {
  /** How the applicant wants to be reached; null where the form does not say. */
  readonly safeContact: string | null;
  readonly dueOn: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Notes that the applicant is asked for more, and until when. Nothing is sent from here: the answer says how the
 * applicant wants to be reached, and somebody does that. A row to correct stays one, so that a corrected submission can
 * still replace it. Errors: invalid `reason`, `dueOn`; REFUSED `NOT_A_SCREENER`, `NO_INTAKE_KEY`, `DO_NOT_CONTACT`;
 * NOT_FOUND; STALE_VERSION; WRONG_STATE; INTEGRITY.
 */
@Injectable()
export class AskApplicantUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly opener: RequestOpener,
    private readonly ground: ScreeningGround,
  ) {}

  async execute(
    actor: Actor,
    command: AskApplicantCommand,
  ): Promise<Result<AskedApplicant, DomainError>> {
    const { reason } = command;
    const isKnown = (ASK_REASONS as readonly string[]).includes(reason);
    if (!isKnown) return err(invalidInput('reason', 'UNKNOWN_CODE'));
    const begun = await this.desk.begin(actor, command, 'ASK');
    if (!begun.ok) return begun;
    const row = begun.value;
    const { today } = await this.ground.own();
    const dueOn = checkDue(command.dueOn ?? addDays(today, ASK_DAYS.usual), today);
    if (!dueOn.ok) return dueOn;
    const keys = await this.opener.inboxKeys(actor);
    if (!keys.ok) return keys;
    const said = this.opener.contents(keys.value, row);
    if (!said.ok) return said;
    if (said.value === null) return err(notFound());
    const { safeContact } = said.value.story.applicant;
    if (safeContact === DO_NOT_CONTACT) return err(refused('DO_NOT_CONTACT'));
    const state = row.state === 'TO_CORRECT' ? row.state : 'ASKED';
    const change = { state, answerDueOn: dueOn.value, decisionReason: reason } as const;
    const changed = await this.desk.finish(row, change, 'APPLICANT_ASKED', reason);
    return ok({ ...changed, safeContact, dueOn: dueOn.value });
  }
}

function checkDue(day: string, today: string): Result<string, DomainError> {
  const isDay = DAY.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  if (!isDay || addDays(day, 0) !== day) return err(invalidInput('dueOn', 'NOT_A_DAY'));
  if (day < today) return err(invalidInput('dueOn', 'IN_THE_PAST'));
  return day > addDays(today, ASK_DAYS.most)
    ? err(invalidInput('dueOn', 'TOO_FAR_AHEAD'))
    : ok(day);
}
