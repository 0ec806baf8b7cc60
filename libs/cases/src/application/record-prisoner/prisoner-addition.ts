import { Injectable } from '@nestjs/common';
import { err, invalidInput, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { PrisonerIdentity, PrisonerStory } from '../../domain/sealed-contents.js';
import { FamilyRepository } from '../../infrastructure/family.repository.js';
import type { ChangedCase } from '../changed-case.js';
import { FamilyWork, type OpenFamily } from '../family-work.js';
import { FamilyWriter } from '../family-writer.js';
import { checkStatus, StatusRecorder } from '../record-prisoner-status/status-recorder.js';
import type { RecordPrisonerCommand } from './record-prisoner.command.js';

export interface PrisonerContent {
  readonly identity: PrisonerIdentity;
  readonly story: PrisonerStory;
}

/** A further prisoner of a case: the row, its links, its first status. Nothing is written before all is checked. */
@Injectable()
export class PrisonerAddition {
  constructor(
    private readonly work: FamilyWork,
    private readonly families: FamilyRepository,
    private readonly writer: FamilyWriter,
    private readonly recorder: StatusRecorder,
  ) {}

  async add(
    family: OpenFamily,
    { identity, story }: PrisonerContent,
    command: RecordPrisonerCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const { keys } = family;
    const householdIds = await this.householdsOf(keys.caseId, command.householdIds ?? []);
    if (!householdIds.ok) return householdIds;
    const claim = command.status ?? null;
    const status = claim === null ? ok(null) : checkStatus('status.', claim, [], family);
    if (!status.ok) return status;
    const prisonerId = await this.writer.addPrisoner(keys, identity, story);
    for (const id of householdIds.value) await this.families.link(keys.caseId, id, prisonerId);
    const actions = ['PRISONER_ADDED'];
    if (status.value !== null) {
      const recorded = await this.recorder.record(family, prisonerId, status.value);
      if (recorded.hasTrustFallen) actions.push('CHANNEL_TRUST_FELL');
    }
    return ok(await this.work.finish(family, actions, prisonerId));
  }

  private async householdsOf(
    caseId: string,
    wanted: readonly string[],
  ): Promise<Result<readonly string[], DomainError>> {
    const known = await this.families.householdIds(caseId);
    if (wanted.length > 0) {
      return wanted.every((id) => known.includes(id)) ? ok(wanted) : err(notFound());
    }
    return known.length === 1 ? ok(known) : err(invalidInput('householdIds', 'REQUIRED'));
  }
}
