import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { CompartmentCreation } from '@kinward/vault';
import { FamilyWriter, type CaseKeys } from '../family-writer.js';
import type { CheckedOpening } from './checked-opening.js';

/** Ids of the rows that were written, in the order of the opening. */
export interface NewFamilyRows {
  readonly householdId: string;
  readonly memberIds: readonly string[];
  readonly prisonerIds: readonly string[];
}

/** The keys of a new case, and the family as it is known on the first day. */
@Injectable()
export class NewFamily {
  constructor(
    private readonly family: FamilyWriter,
    private readonly compartments: CompartmentCreation,
  ) {}

  /** Makes both keys; the actor is their first holder. Errors as of {@link CompartmentCreation.create}. */
  async makeKeys(actor: Actor, caseId: string): Promise<Result<CaseKeys, DomainError>> {
    const created = await this.compartments.create(actor, {
      kind: 'CASE',
      subjectId: caseId,
      tiers: ['T0', 'T1'],
      purpose: 'CASEWORK',
    });
    if (!created.ok) return created;
    const identity = created.value.of(caseId, 'T0');
    const story = created.value.of(caseId, 'T1');
    if (identity === null || story === null) return err(notFound());
    return ok({ organizationId: actor.organizationId, caseId, identity, story });
  }

  /** Seals and stores household, members and prisoners. */
  async add(keys: CaseKeys, opening: CheckedOpening): Promise<NewFamilyRows> {
    const householdId = await this.family.addHousehold(keys, { notes: opening.householdNotes });
    const memberIds: string[] = [];
    const prisonerIds: string[] = [];
    for (const { identity, story } of opening.members) {
      memberIds.push(await this.family.addMember(keys, householdId, identity, story));
    }
    for (const { identity, story, status } of opening.prisoners) {
      const prisonerId = await this.family.addPrisoner(keys, identity, story);
      if (status !== null) await this.family.addStatus(keys, prisonerId, status);
      await this.family.linkPrisoner(keys, householdId, prisonerId);
      prisonerIds.push(prisonerId);
    }
    return { householdId, memberIds, prisonerIds };
  }
}
