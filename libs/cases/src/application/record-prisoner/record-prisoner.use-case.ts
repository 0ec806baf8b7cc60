import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { checkPrisoner } from '../../domain/family-checks.js';
import type { ChangedCase } from '../changed-case.js';
import { FamilyRewriter } from '../family-rewriter.js';
import { FamilyWork, type OpenFamily } from '../family-work.js';
import { prisonerCodesOf } from '../pack-codes.js';
import { PrisonerAddition, type PrisonerContent } from './prisoner-addition.js';
import type { RecordPrisonerCommand } from './record-prisoner.command.js';

/**
 * Adds a prisoner to a case, linked to households and with a first status where given, or replaces the details of
 * one. Errors: NOT_FOUND for a case, household or prisoner that is not there for the actor; STALE_VERSION;
 * INVALID_INPUT naming the field, also for `householdIds` (`REQUIRED` where the case has several, and with `status`
 * `ONLY_FOR_A_NEW_PRISONER`); REFUSED with `STORY_ONLY`; INTEGRITY.
 */
@Injectable()
export class RecordPrisonerUseCase {
  constructor(
    private readonly work: FamilyWork,
    private readonly addition: PrisonerAddition,
    private readonly rewriter: FamilyRewriter,
  ) {}

  async execute(
    actor: Actor,
    command: RecordPrisonerCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    const family = await this.work.begin(actor, command);
    if (!family.ok) return family;
    const { pack, settings } = family.value;
    const prisoner = checkPrisoner('', command, prisonerCodesOf(pack), settings.today);
    if (!prisoner.ok) return prisoner;
    const prisonerId = command.prisonerId ?? null;
    return prisonerId === null
      ? this.addition.add(family.value, prisoner.value, command)
      : this.change(family.value, prisonerId, prisoner.value, command);
  }

  private async change(
    family: OpenFamily,
    prisonerId: string,
    content: PrisonerContent,
    command: RecordPrisonerCommand,
  ): Promise<Result<ChangedCase, DomainError>> {
    for (const field of ['householdIds', 'status'] as const) {
      const given = command[field] ?? null;
      if (given !== null) return err(invalidInput(field, 'ONLY_FOR_A_NEW_PRISONER'));
    }
    const changed = await this.rewriter.changePrisoner(family.keys, prisonerId, content);
    if (!changed.ok) return changed;
    return ok(await this.work.finish(family, ['PRISONER_CHANGED']));
  }
}
