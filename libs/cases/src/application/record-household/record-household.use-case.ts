import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkOptionalText, NOTE_LENGTH } from '../../domain/family-checks.js';
import type { ChangedCase } from '../changed-case.js';
import { FamilyRewriter } from '../family-rewriter.js';
import { FamilyWork, type CaseReference } from '../family-work.js';
import { FamilyWriter } from '../family-writer.js';

export interface RecordHouseholdCommand extends CaseReference {
  /** Without one, a household is added; one prisoner may have several (domain.md C1). */
  readonly householdId?: string | null;
  readonly notes?: string | null;
}

/**
 * Adds a household to a case, or replaces the notes of one. Errors: NOT_FOUND for a case or household that is not
 * there for the actor; STALE_VERSION; INVALID_INPUT for `notes`; REFUSED with `STORY_ONLY`; INTEGRITY.
 */
@Injectable()
export class RecordHouseholdUseCase {
  constructor(
    private readonly work: FamilyWork,
    private readonly writer: FamilyWriter,
    private readonly rewriter: FamilyRewriter,
  ) {}

  async execute(
    actor: Actor,
    command: RecordHouseholdCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const family = await this.work.begin(actor, command);
    if (!family.ok) return family;
    const { keys } = family.value;
    const notes = checkOptionalText('notes', command.notes, NOTE_LENGTH);
    if (!notes.ok) return notes;
    const story = { notes: notes.value };
    const householdId = command.householdId ?? null;
    if (householdId === null) {
      const addedId = await this.writer.addHousehold(keys, story);
      return ok(await this.work.finish(family.value, ['HOUSEHOLD_ADDED'], addedId));
    }
    const changed = await this.rewriter.changeHousehold(keys, householdId, story);
    if (!changed.ok) return changed;
    return ok(await this.work.finish(family.value, ['HOUSEHOLD_CHANGED']));
  }
}
