import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkPastDay } from '../domain/day.js';
import type { InterviewAnswer } from '../domain/vetting-facts.js';
import { VettingRecordStore } from '../infrastructure/vetting-record.store.js';
import { ApplicationMover } from './application-mover.js';
import { changedApplication, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';
import { VettingGround } from './vetting-ground.js';
import { VolunteerNews } from './volunteer-news.js';

export interface RecordInterviewCommand {
  readonly applicationId: string;
  readonly answer: InterviewAnswer;
  /** Face and papers were seen, live; without it the interview does not count. */
  readonly identitySeenLive: boolean;
  /** YYYY-MM-DD */
  readonly heldOn: string;
}

/**
 * An interviewer's own record. With the second that speaks for the applicant, the security review begins. Errors:
 * INVALID_INPUT `heldOn`; NOT_FOUND; WRONG_STATE; REFUSED `INTERVIEW_GIVEN`, `YOU_VOUCHED`, `SUBJECT_VETTED_YOU`,
 * `OWN_VETTING`.
 */
@Injectable()
export class RecordInterviewUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly records: VettingRecordStore,
    private readonly ground: VettingGround,
    private readonly mover: ApplicationMover,
    private readonly news: VolunteerNews,
  ) {}

  async execute(
    actor: Actor,
    command: RecordInterviewCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const { applicationId, answer, identitySeenLive } = command;
    const { today } = await this.ground.own();
    const heldOn = checkPastDay('heldOn', command.heldOn, today);
    if (!heldOn.ok) return heldOn;
    const locked = await this.access.lockApplication(applicationId, null, 'INTERVIEW');
    if (!locked.ok) return locked;
    const row = locked.value;
    const refusal = await this.refusalOf(actor, applicationId, row.personId);
    if (refusal !== null) return err(refused(refusal));
    const interviewerId = actor.personId;
    await this.records.addInterview(applicationId, {
      ...{ interviewerId, answer, identitySeenLive },
      heldOn: heldOn.value,
    });
    await this.news.tellOfApplication('VOLUNTEER_INTERVIEWED', applicationId, answer);
    const moved = await this.mover.move(actor, row, {
      transition: 'FINISH_INTERVIEWS',
      as: 'INTERVIEWER',
    });
    if (moved.ok) return ok(changedApplication(moved.value.row));
    const isFirst =
      moved.error.kind === 'REFUSED' && moved.error.reason === 'TWO_INTERVIEWERS_REQUIRED';
    return isFirst ? ok(changedApplication(row)) : moved;
  }

  private async refusalOf(
    actor: Actor,
    applicationId: string,
    subjectId: string | null,
  ): Promise<string | null> {
    const hands = await this.ground.handsRefusal(actor, subjectId);
    if (hands !== null) return hands;
    const referees = await this.records.referees(applicationId);
    if (referees.some(({ refereeId }) => refereeId === actor.personId)) return 'YOU_VOUCHED';
    const interviews = await this.records.interviews(applicationId);
    const isSecond = interviews.some(({ interviewerId }) => interviewerId === actor.personId);
    return isSecond ? 'INTERVIEW_GIVEN' : null;
  }
}
