import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  integrity,
  invalidInput,
  isUuid,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, SecurityAlerts, type Actor } from '@kinward/platform';
import {
  DRAFT_BYTES,
  DRAFT_DAYS,
  MOST_DRAFTS,
  openDraft,
  sealDraft,
  type DraftFor,
  type DraftHead,
} from '../domain/own-draft.js';
import { OwnDraftRepository } from '../infrastructure/own-draft.repository.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * What a person has left half written, sealed to that person's own key (decisions.md 10). Nobody else sees that it
 * exists, and it goes with the act that it was for.
 */
@Injectable()
export class OwnDrafts {
  constructor(
    private readonly drafts: OwnDraftRepository,
    private readonly alerts: SecurityAlerts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** All of them, the latest first; there are never more than {@link MOST_DRAFTS}. */
  list(): Promise<readonly DraftHead[]> {
    return this.drafts.list(this.oldest());
  }

  /** The words of a draft. NOT_FOUND also when the key of its case is gone; INTEGRITY, with an alarm, when changed. */
  async read(
    actor: Actor,
    place: DraftFor,
  ): Promise<Result<DraftHead & { content: string }, DomainError>> {
    const subject = await this.check(place.subjectId);
    if (!subject.ok) return subject;
    const draft = await this.drafts.read(place);
    if (draft === null || draft.keptAt < this.oldest()) return err(notFound());
    const at = { ...scopeOf(actor), ...place, draftId: draft.id, revision: draft.revision };
    const content = openDraft(actor.keys.encryptionSecret(), at, draft.sealed);
    if (content.ok) return ok({ ...draft, content: content.value });
    this.alerts.raise({
      kind: 'INTEGRITY',
      cause: 'SEALED_FIELD',
      subjectKind: 'DRAFT',
      subjectId: draft.id,
    });
    return err(integrity());
  }

  /**
   * Keeps a draft in place of the one for the same form and case. Errors: INVALID_INPUT `content` (`EMPTY`,
   * `TOO_LONG`); NOT_FOUND for a case whose key the person does not hold; REFUSED `TOO_MANY_DRAFTS`.
   */
  async keep(
    actor: Actor,
    place: DraftFor,
    content: string,
  ): Promise<Result<DraftHead, DomainError>> {
    if (content === '') return err(invalidInput('content', 'EMPTY'));
    if (Buffer.byteLength(content) > DRAFT_BYTES) return err(invalidInput('content', 'TOO_LONG'));
    const subject = await this.check(place.subjectId);
    if (!subject.ok) return subject;
    const before = await this.drafts.lock(place);
    const count = before === null ? await this.makeRoom() : 0;
    // Another window may have kept the first one while this one waited.
    const present = before ?? (await this.drafts.lock(place));
    if (present === null && count >= MOST_DRAFTS) return err(refused('TOO_MANY_DRAFTS'));
    const id = present?.id ?? this.ids.next();
    const revision = (present?.revision ?? 0) + 1;
    const at = { ...scopeOf(actor), ...place, draftId: id, revision };
    const sealed = sealDraft(actor.keys.encryptionSecret(), at, content);
    const keptAt = toMinute(this.clock.now());
    if (present === null) await this.drafts.add({ id, ...place, keptAt, sealed });
    else await this.drafts.replace({ id, revision, keptAt, sealed });
    return ok({ id, ...place, keptAt });
  }

  /** NOT_FOUND for a draft that is not one's own. */
  async discard(draftId: string): Promise<Result<string, DomainError>> {
    const isGone = isUuid(draftId) && (await this.drafts.discard(draftId));
    return isGone ? ok(draftId) : err(notFound());
  }

  /** Takes the draft away whose act has been done, in the same transaction. */
  async finish(place: DraftFor): Promise<void> {
    await this.drafts.discardOf(place);
  }

  private async makeRoom(): Promise<number> {
    await this.drafts.discardBefore(this.oldest());
    return this.drafts.countLocked();
  }

  private async check(subjectId: string | null): Promise<Result<void, DomainError>> {
    if (subjectId === null) return ok();
    return isUuid(subjectId) && (await this.drafts.isHeld(subjectId)) ? ok() : err(notFound());
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - DRAFT_DAYS * DAY_MS);
  }
}

function scopeOf({ organizationId, personId }: Actor): Pick<Actor, 'organizationId' | 'personId'> {
  return { organizationId, personId };
}

function toMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS);
}
