import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { AuditTrail, type Actor } from '@kinward/platform';
import { answersOf, unreadOf, type RequestContents } from '../../domain/screening/answers.js';
import { mayAct } from '../../domain/screening/decisions.js';
import { differencesOf, type Difference } from '../../domain/screening/difference.js';
import { FORM_FIELDS, type FieldPath } from '../../domain/form/form-fields.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { ScreeningRepository } from '../../infrastructure/screening.repository.js';
import { CardLog } from './card-log.js';
import { RequestOpener, type BothKeys } from './request-opener.js';
import { ScreeningDesk } from './screening-desk.js';
import { SimilarFamilies, type SimilarFamily } from './similar-families.js';

export interface OpenIntakeCardCommand {
  readonly requestId: string;
  /** Why the screener wants to see who it is; without one the names stay shut. */
  readonly identityPurpose?: string | null;
}

/** An answer of the form as it was given. */
export interface CardAnswer {
  readonly path: FieldPath;
  readonly text: string;
  /** It could not be read, or nobody knows the code. */
  readonly isUnread: boolean;
}

export interface CardMember {
  readonly relation: string | null;
  readonly sex: string | null;
  readonly vulnerability: readonly string[];
  /** Null while the names are shut. */
  readonly fullName: string | null;
  readonly birthYear: number | null;
}

/** One request, opened. */
export interface IntakeCard {
  readonly row: IntakeRequestRow;
  /** Null where the words were destroyed, or are kept by a case whose key the reader does not hold. */
  readonly story: readonly CardAnswer[] | null;
  /** Null while the names are shut. */
  readonly identity: readonly CardAnswer[] | null;
  readonly members: readonly CardMember[];
  readonly similar: readonly SimilarFamily[];
  readonly changes: readonly Difference[];
  readonly expiresAt: Date;
}

/**
 * Opens one card: the story, and who it is where a purpose is given; compares it with other families; says what a later
 * version changes. Every opening stands in the disclosure log. Errors: REFUSED `NOT_A_SCREENER`, `NO_INTAKE_KEY`,
 * `SCREENING_BUDGET_SPENT`; NOT_FOUND; invalid `identityPurpose`; INTEGRITY.
 */
@Injectable()
export class OpenIntakeCardUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly requests: ScreeningRepository,
    private readonly opener: RequestOpener,
    private readonly log: CardLog,
    private readonly families: SimilarFamilies,
    private readonly audit: AuditTrail,
  ) {}

  async execute(
    actor: Actor,
    { requestId, identityPurpose }: OpenIntakeCardCommand,
  ): Promise<Result<IntakeCard, DomainError>> {
    const locked = await this.desk.lock(actor, requestId);
    if (!locked.ok) return locked;
    const row = locked.value;
    const keys = await this.opener.inboxKeys(actor);
    if (!keys.ok) return keys;
    const purpose = identityPurpose ?? null;
    const expiresAt = await this.log.enter(actor, row, purpose);
    if (!expiresAt.ok) return expiresAt;
    const action = purpose === null ? 'REQUEST_OPENED' : 'REQUEST_IDENTITY_OPENED';
    const reason = purpose === null ? {} : { reason: purpose };
    this.audit.record({ action, subjectKind: 'INTAKE_REQUEST', subjectId: row.id, ...reason });
    const said = await this.read(actor, keys.value, row);
    if (!said.ok) return said;
    const similar = await this.similarTo(actor, keys.value, row, said.value);
    if (!similar.ok) return similar;
    const changes = this.changesOf(keys.value, row, said.value);
    if (!changes.ok) return changes;
    return ok({
      row,
      ...shown(said.value, purpose !== null),
      similar: similar.value,
      changes: changes.value.filter(({ tier }) => tier === 'T1' || purpose !== null),
      expiresAt: expiresAt.value,
    });
  }

  /** From the inbox while it waits there, from its case afterwards. */
  private async read(
    actor: Actor,
    keys: BothKeys,
    row: IntakeRequestRow,
  ): Promise<Result<RequestContents | null, DomainError>> {
    const waiting = this.opener.contents(keys, row);
    if (!waiting.ok || waiting.value !== null || row.caseId === null) return waiting;
    const caseKeys = await this.opener.keysOf(actor, row.caseId);
    if (!caseKeys.ok) return caseKeys;
    return caseKeys.value === null ? ok(null) : this.opener.kept(caseKeys.value, row);
  }

  private async similarTo(
    actor: Actor,
    keys: BothKeys,
    row: IntakeRequestRow,
    said: RequestContents | null,
  ): Promise<Result<readonly SimilarFamily[], DomainError>> {
    if (said === null || !mayAct('MERGE', row.state).ok) return ok([]);
    const similar = await this.families.find(actor, keys, row.id, said.identity);
    if (!similar.ok) return similar;
    const strong = similar.value.filter((family) => family.isStrong);
    const others = strong.flatMap(({ requestId }) => requestId ?? []);
    await this.requests.markDuplicates([row.id], strong.length > 0);
    await this.requests.markDuplicates(others, true);
    return similar;
  }

  private changesOf(
    keys: BothKeys,
    row: IntakeRequestRow,
    said: RequestContents | null,
  ): Result<readonly Difference[], DomainError> {
    const proposed = this.opener.contents(keys, row, 'proposed');
    if (!proposed.ok) return proposed;
    return ok(said === null || proposed.value === null ? [] : differencesOf(said, proposed.value));
  }
}

function shown(
  said: RequestContents | null,
  withIdentity: boolean,
): Pick<IntakeCard, 'story' | 'identity' | 'members'> {
  if (said === null) return { story: null, identity: null, members: [] };
  const unread = unreadOf(said);
  const answers = [...answersOf(said)].map(([path, text]) => {
    return { path, text, isUnread: unread[path] !== undefined };
  });
  const ofTier = (tier: 'T0' | 'T1'): CardAnswer[] =>
    answers.filter(({ path }) => FORM_FIELDS[path].tier === tier);
  const members = said.identity.members.map(({ fullName, birthYear }, place): CardMember => {
    const facts = said.story.members[place];
    return {
      relation: facts?.relation ?? null,
      sex: facts?.sex ?? null,
      vulnerability: facts?.vulnerability ?? [],
      fullName: withIdentity ? fullName : null,
      birthYear: withIdentity ? birthYear : null,
    };
  });
  return { story: ofTier('T1'), identity: withIdentity ? ofTier('T0') : null, members };
}
