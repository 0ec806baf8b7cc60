import { Injectable } from '@nestjs/common';
import {
  RecordMemberUseCase,
  RecordPrisonerUseCase,
  type MemberIdentity,
  type MemberStory,
  type PrisonerIdentity,
  type PrisonerStory,
} from '@kinward/cases';
import type { JurisdictionPack } from '@kinward/jurisdictions';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { openJson } from '@kinward/vault';
import type { RequestContents } from '../../domain/screening/answers.js';
import type { ChangedPath } from '../../domain/screening/difference.js';
import { membersOfRequest, prisonerOfRequest } from '../../domain/screening/family-of-request.js';
import { CaseRowsRepository } from '../../infrastructure/case-rows.repository.js';
import type { BothKeys } from './request-opener.js';

/** What a caseworker took over, and where it goes. */
export interface TakenChange {
  readonly caseId: string;
  readonly keys: BothKeys;
  readonly paths: readonly ChangedPath[];
  readonly now: RequestContents;
  readonly pack: JurisdictionPack;
  readonly today: string;
}

/**
 * Answers of the form and the part of the row they stand in. The form knows nothing of a row's other parts, which stay
 * as the caseworker wrote them.
 */
const MEMBER_PARTS = {
  'applicant/full_name': 'name',
  'location/locality': 'address',
  'applicant/relation': 'relation',
} as const;
const PRISONER_PARTS = {
  'prisoner/full_name': 'name',
  'prisoner/birth_date': 'birthDate',
  'prisoner/facility_type': 'facilityType',
  'prisoner/articles': 'articles',
  'prisoner/expected_release_on': 'sentenceEndsOn',
  'prisoner/recognised_by': 'recognitionBasis',
  'prisoner/listed': 'stateLists',
} as const;

/** Writes taken answers about people into the rows that the acceptance made; nothing where the row is gone. */
@Injectable()
export class ChangedPeople {
  constructor(
    private readonly rows: CaseRowsRepository,
    private readonly members: RecordMemberUseCase,
    private readonly prisoners: RecordPrisonerUseCase,
  ) {}

  /** Errors as of `RecordMemberUseCase`; INTEGRITY. */
  async changeApplicant(
    actor: Actor,
    memberId: string | null,
    change: TakenChange,
  ): Promise<Result<void, DomainError>> {
    const [said] = membersOfRequest(change.now.identity, change.now.story);
    const parts = partsOf(MEMBER_PARTS, change.paths, said ?? {});
    if (memberId === null || Object.keys(parts).length === 0) return ok();
    const before = await this.open<MemberIdentity, MemberStory>(
      'household_member',
      memberId,
      change,
    );
    if (!before.ok || before.value === null) return before.ok ? ok() : before;
    const { content, householdId } = before.value;
    const done = await this.members.execute(actor, {
      ...content,
      ...parts,
      ...{ caseId: change.caseId, memberId, householdId: householdId ?? '' },
    });
    return done.ok ? ok() : done;
  }

  /** Errors as of `RecordPrisonerUseCase`; INTEGRITY. */
  async changePrisoner(
    actor: Actor,
    prisonerId: string | null,
    change: TakenChange,
  ): Promise<Result<void, DomainError>> {
    const { now, pack, today } = change;
    const said = prisonerOfRequest(now.identity, now.story, pack, today);
    const parts = partsOf(PRISONER_PARTS, change.paths, said);
    if (prisonerId === null || Object.keys(parts).length === 0) return ok();
    const before = await this.open<PrisonerIdentity, PrisonerStory>('prisoner', prisonerId, change);
    if (!before.ok || before.value === null) return before.ok ? ok() : before;
    const { content } = before.value;
    const done = await this.prisoners.execute(actor, {
      ...content,
      ...parts,
      ...{ caseId: change.caseId, prisonerId },
    });
    return done.ok ? ok() : done;
  }

  private async open<Identity extends object, Story extends object>(
    table: 'household_member' | 'prisoner',
    rowId: string,
    { caseId, keys }: TakenChange,
  ): Promise<
    Result<{ content: Identity & Story; householdId: string | null } | null, DomainError>
  > {
    const row = await this.rows.find(table, caseId, rowId);
    if (row === null) return ok(null);
    const cell = { table, rowId, revision: row.revision };
    const identity = openJson<Identity>(keys.identity, { ...cell, column: 'sealed_t0' }, row.t0);
    if (!identity.ok) return identity;
    const story = openJson<Story>(keys.story, { ...cell, column: 'sealed_t1' }, row.t1);
    if (!story.ok) return story;
    const content = { ...identity.value, ...story.value };
    return ok({ content, householdId: row.householdId });
  }
}

function partsOf(
  parts: Readonly<Record<string, string>>,
  paths: readonly ChangedPath[],
  said: object,
): Record<string, never> {
  const taken = Object.entries(parts).filter(([path]) => paths.includes(path as ChangedPath));
  const values = said as Record<string, never>;
  return Object.fromEntries(taken.map(([, part]) => [part, values[part]])) as Record<string, never>;
}
