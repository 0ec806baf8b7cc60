import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkPastDay } from '../domain/day.js';
import type { TrainingModule } from '../domain/vetting-facts.js';
import { VettingRecordStore } from '../infrastructure/vetting-record.store.js';
import { changedApplication, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';
import { VettingGround } from './vetting-ground.js';
import { VolunteerNews } from './volunteer-news.js';

export interface CompleteTrainingCommand {
  readonly applicationId: string;
  readonly module: TrainingModule;
  /** YYYY-MM-DD */
  readonly completedOn: string;
}

/**
 * Records one of the three parts of the training. Errors: INVALID_INPUT `completedOn`; NOT_FOUND; WRONG_STATE; REFUSED
 * `TRAINING_RECORDED`, `OWN_VETTING`, `SUBJECT_VETTED_YOU`.
 */
@Injectable()
export class CompleteTrainingUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly records: VettingRecordStore,
    private readonly ground: VettingGround,
    private readonly news: VolunteerNews,
  ) {}

  async execute(
    actor: Actor,
    { applicationId, module, completedOn }: CompleteTrainingCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const { today } = await this.ground.own();
    const day = checkPastDay('completedOn', completedOn, today);
    if (!day.ok) return day;
    const locked = await this.access.lockApplication(applicationId, null, 'TRAINING');
    if (!locked.ok) return locked;
    const hands = await this.ground.handsRefusal(actor, locked.value.personId);
    if (hands !== null) return err(refused(hands));
    const done = await this.records.training(applicationId);
    if (done.includes(module)) return err(refused('TRAINING_RECORDED'));
    const recordedBy = actor.personId;
    await this.records.addTraining({ applicationId, module, completedOn, recordedBy });
    await this.news.tellOfApplication('VOLUNTEER_TRAINED', applicationId, module);
    return ok(changedApplication(locked.value));
  }
}
