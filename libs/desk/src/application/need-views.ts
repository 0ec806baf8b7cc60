import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';

/** A person's own way to look at the queue. */
export interface StoredNeedView {
  readonly id: string;
  readonly name: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

const NAME_LENGTH = 40;
/** Most views one person may keep. */
export const MOST_VIEWS = 20;
/** Names stand in clear: nothing that could be a phone number, nothing that hides. */
const FORBIDDEN = /\p{Cc}|\p{Cf}|\d{5}/u;

/** Filters that people keep for themselves; nobody else sees or changes them. */
@Injectable()
export class NeedViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async own(actor: Actor): Promise<readonly StoredNeedView[]> {
    return this.unitOfWork.query<StoredNeedView>(
      'SELECT id, name, filter FROM need_view WHERE person_id = $1 ORDER BY name, id',
      [actor.personId],
    );
  }

  /** Stores a view in place of an own one of the same name. Errors: INVALID_INPUT `name`; REFUSED `TOO_MANY_VIEWS`. */
  async save(
    actor: Actor,
    name: string,
    filter: Readonly<Record<string, unknown>>,
  ): Promise<Result<StoredNeedView, DomainError>> {
    const text = name.normalize('NFC').trim();
    if (text === '' || [...text].length > NAME_LENGTH || FORBIDDEN.test(text)) {
      return err(invalidInput('name', 'NOT_A_NAME'));
    }
    // The person's own row is the lock, so that two windows cannot both store the last one.
    await this.unitOfWork.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [actor.personId]);
    const others = (await this.own(actor)).filter((view) => view.name !== text);
    if (others.length >= MOST_VIEWS) return err(refused('TOO_MANY_VIEWS'));
    const [stored] = await this.unitOfWork.query<{ id: string }>(
      `INSERT INTO need_view (id, organization_id, person_id, name, filter) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organization_id, person_id, name) DO UPDATE SET filter = excluded.filter RETURNING id`,
      [this.ids.next(), actor.organizationId, actor.personId, text, JSON.stringify(filter)],
    );
    return ok({ id: stored?.id ?? '', name: text, filter });
  }

  /** NOT_FOUND for a view that is not one's own. */
  async delete(actor: Actor, viewId: string): Promise<Result<string, DomainError>> {
    if (!isUuid(viewId)) return err(notFound());
    const deleted = await this.unitOfWork.execute(
      'DELETE FROM need_view WHERE id = $1 AND person_id = $2',
      [viewId, actor.personId],
    );
    return deleted === 0 ? err(notFound()) : ok(viewId);
  }
}
