import { Injectable } from '@nestjs/common';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { areIndependent, maySpeakFor } from '../domain/independence.js';
import { VettingRecordStore } from '../infrastructure/vetting-record.store.js';
import { changedApplication, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';
import { VettingGround } from './vetting-ground.js';
import { VolunteerNews } from './volunteer-news.js';

export interface NameRefereeCommand {
  readonly applicationId: string;
  readonly refereeId: string;
}

/**
 * Asks a colleague to speak for an applicant. Errors: NOT_FOUND; WRONG_STATE; REFUSED `REFEREE_NAMED`,
 * `VOUCHER_NOT_ACTIVE`, `REFEREE_OWES_THE_APPLICANT`, `REFEREES_NOT_INDEPENDENT`, `SUBJECT_VETTED_YOU`, `OWN_VETTING`.
 */
@Injectable()
export class NameRefereeUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly records: VettingRecordStore,
    private readonly ground: VettingGround,
    private readonly news: VolunteerNews,
  ) {}

  async execute(
    actor: Actor,
    { applicationId, refereeId }: NameRefereeCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const locked = await this.access.lockApplication(applicationId, null, 'REFERENCES');
    if (!locked.ok) return locked;
    const { personId: subjectId } = locked.value;
    const named = await this.records.referees(applicationId);
    if (named.some((each) => each.refereeId === refereeId)) return err(refused('REFEREE_NAMED'));
    const withNew = await this.records.referees(applicationId, refereeId);
    const referee = withNew.find((each) => each.refereeId === refereeId);
    if (referee === undefined) return err(notFound());
    const hands = await this.ground.handsRefusal(actor, subjectId);
    if (hands !== null) return err(refused(hands));
    if (!referee.isActive) return err(refused('VOUCHER_NOT_ACTIVE'));
    if (!maySpeakFor(referee, subjectId)) return err(refused('REFEREE_OWES_THE_APPLICANT'));
    const counting = named.filter(({ answer }) => answer === null || answer === 'VOUCHES');
    if (!counting.every((other) => areIndependent(referee, other))) {
      return err(refused('REFEREES_NOT_INDEPENDENT'));
    }
    const { today } = await this.ground.own();
    const asked = { applicationId, refereeId, namedBy: actor.personId, namedOn: today };
    await this.records.addReferee(asked);
    await this.news.tellOfApplication('VOLUNTEER_REFEREE_NAMED', applicationId);
    return ok(changedApplication(locked.value));
  }
}
