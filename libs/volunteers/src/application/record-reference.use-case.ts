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
import { hasTwoReferences, maySpeakFor } from '../domain/independence.js';
import type { ReferenceAnswer } from '../domain/vetting-facts.js';
import { VettingRecordStore } from '../infrastructure/vetting-record.store.js';
import { ApplicationMover } from './application-mover.js';
import { changedApplication, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';
import { VettingGround } from './vetting-ground.js';
import { VolunteerNews } from './volunteer-news.js';

export interface RecordReferenceCommand {
  readonly applicationId: string;
  readonly answer: ReferenceAnswer;
  /** For how many years the referee has known the applicant. */
  readonly knownYears?: number | null;
}

const MOST_YEARS = 80;

/**
 * A referee's own word. With the second independent one that vouches, the interviews begin. Errors: INVALID_INPUT
 * `knownYears`; NOT_FOUND for whoever was not asked; WRONG_STATE; REFUSED `REFERENCE_GIVEN`, `VOUCHER_NOT_ACTIVE`,
 * `SUBJECT_VETTED_YOU`, `OWN_VETTING`.
 */
@Injectable()
export class RecordReferenceUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly records: VettingRecordStore,
    private readonly ground: VettingGround,
    private readonly mover: ApplicationMover,
    private readonly news: VolunteerNews,
  ) {}

  async execute(
    actor: Actor,
    command: RecordReferenceCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const { applicationId, answer, knownYears = null } = command;
    if (knownYears !== null && (knownYears < 0 || knownYears > MOST_YEARS)) {
      return err(invalidInput('knownYears', 'OUT_OF_RANGE'));
    }
    const locked = await this.access.lockApplication(applicationId, null);
    if (!locked.ok) return locked;
    const row = locked.value;
    const referees = await this.records.referees(applicationId);
    const own = referees.find(({ refereeId }) => refereeId === actor.personId);
    if (own === undefined) return err(notFound());
    if (row.state !== 'REFERENCES') return err(wrongState(row.state));
    if (own.answer !== null) return err(refused('REFERENCE_GIVEN'));
    const hands = await this.ground.handsRefusal(actor, row.personId);
    if (hands !== null) return err(refused(hands));
    if (!maySpeakFor(own, row.personId)) return err(refused('VOUCHER_NOT_ACTIVE'));
    const { today } = await this.ground.own();
    const refereeId = actor.personId;
    await this.records.answer({ applicationId, refereeId, answer, knownYears, answeredOn: today });
    await this.news.tellOfApplication('VOLUNTEER_REFERENCE_GIVEN', applicationId, answer);
    const all = await this.records.referees(applicationId);
    if (!hasTwoReferences(all, row.personId)) return ok(changedApplication(row));
    const moved = await this.mover.move(actor, row, {
      transition: 'START_INTERVIEWS',
      as: 'REFEREE',
    });
    return moved.ok ? ok(changedApplication(moved.value.row)) : moved;
  }
}
