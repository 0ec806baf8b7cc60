import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { openJson } from '@kinward/vault';
import type { StatusStory } from '../../domain/sealed-contents.js';
import { FamilyRepository } from '../../infrastructure/family.repository.js';
import type { ChangedCase } from '../changed-case.js';
import { FamilyWork, type CaseReference } from '../family-work.js';
import type { CaseKeys } from '../family-writer.js';
import { checkStatus, StatusRecorder, type StatusClaim } from './status-recorder.js';

export interface RecordPrisonerStatusCommand extends CaseReference, StatusClaim {
  readonly prisonerId: string;
}

/**
 * Adds a dated line to the end of a prisoner's history. Errors: NOT_FOUND for a case or prisoner that is not there
 * for the actor; STALE_VERSION; INVALID_INPUT for `code`, `since`, `note`; REFUSED with `STORY_ONLY`,
 * `STATUS_IS_FINAL`, `BEFORE_LAST_STATUS`, `CONFLICTS_ON_SAME_DAY`, `ALREADY_RECORDED`; INTEGRITY.
 */
@Injectable()
export class RecordPrisonerStatusUseCase {
  constructor(
    private readonly work: FamilyWork,
    private readonly families: FamilyRepository,
    private readonly recorder: StatusRecorder,
  ) {}

  async execute(
    actor: Actor,
    command: RecordPrisonerStatusCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const family = await this.work.begin(actor, command);
    if (!family.ok) return family;
    const { keys } = family.value;
    const { prisonerId } = command;
    const version = await this.families.versionOf('prisoner', keys.caseId, prisonerId);
    if (version === null) return err(notFound());
    const history = await this.openHistory(keys, prisonerId);
    if (!history.ok) return history;
    const next = checkStatus('', command, history.value, family.value);
    if (!next.ok) return next;
    const recorded = await this.recorder.record(family.value, prisonerId, next.value);
    const actions = ['PRISONER_STATUS_RECORDED'];
    if (recorded.hasTrustFallen) actions.push('CHANNEL_TRUST_FELL');
    return ok(await this.work.finish(family.value, actions, recorded.statusId));
  }

  /** By day, which is also the order of recording: a line never precedes the one before it. */
  private async openHistory(
    keys: CaseKeys,
    prisonerId: string,
  ): Promise<Result<StatusStory[], DomainError>> {
    const history: StatusStory[] = [];
    for (const row of await this.families.statusesOf(prisonerId)) {
      const cell = { table: 'prisoner_status', column: 'sealed_t1', rowId: row.id, revision: 1 };
      const story = openJson<StatusStory>(keys.story, cell, row.sealedT1);
      if (!story.ok) return story;
      history.push(story.value);
    }
    return ok(history.sort((one, other) => (one.since < other.since ? -1 : 1)));
  }
}
