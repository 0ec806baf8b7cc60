import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  isUuid,
  notFound,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { checkView, type NeedViewFilter } from './need-view-filter.js';

/** A person's own way to look at the queue. */
export interface StoredNeedView {
  readonly id: string;
  readonly isDefault: boolean;
  readonly filter: NeedViewFilter;
}

/** Most views one person may keep. */
export const MOST_VIEWS = 20;

/** Filters that people keep for themselves, by their codes and without a name; nobody else sees or changes them. */
@Injectable()
export class NeedViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: OrganizationSettingsQuery,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** The oldest first. */
  async own(actor: Actor): Promise<readonly StoredNeedView[]> {
    return this.unitOfWork.query<StoredNeedView>(
      `SELECT id, is_default AS "isDefault", filter FROM need_view WHERE person_id = $1 ORDER BY id`,
      [actor.personId],
    );
  }

  /** Stores a view; one that is there already stays as it is. Errors: INVALID_INPUT `filter`; REFUSED `TOO_MANY_VIEWS`. */
  async save(
    actor: Actor,
    view: { readonly filter: NeedViewFilter; readonly isDefault: boolean },
  ): Promise<Result<StoredNeedView, DomainError>> {
    const { jurisdiction } = await this.settings.own();
    const checked = checkView(view.filter, jurisdiction);
    if (!checked.ok) return checked;
    await this.lockOwner(actor);
    const filter = JSON.stringify(checked.value);
    const [same] = await this.unitOfWork.query<{ id: string }>(
      'SELECT id FROM need_view WHERE person_id = $1 AND filter = $2::jsonb',
      [actor.personId, filter],
    );
    const views = await this.own(actor);
    if (same === undefined && views.length >= MOST_VIEWS) return err(refused('TOO_MANY_VIEWS'));
    const id = same?.id ?? this.ids.next();
    if (same === undefined) {
      await this.unitOfWork.execute(
        'INSERT INTO need_view (id, organization_id, person_id, filter) VALUES ($1, $2, $3, $4)',
        [id, actor.organizationId, actor.personId, filter],
      );
    }
    if (view.isDefault) await this.mark(actor, id);
    const isDefault =
      view.isDefault || views.some((each) => each.id === same?.id && each.isDefault);
    return ok({ id, isDefault, filter: checked.value });
  }

  /** The view that the queue opens with; null for none. NOT_FOUND for one that is not one's own. */
  async choose(actor: Actor, viewId: string | null): Promise<Result<string | null, DomainError>> {
    await this.lockOwner(actor);
    const isOwn = (await this.own(actor)).some(({ id }) => id === viewId);
    if (viewId !== null && !isOwn) return err(notFound());
    await this.mark(actor, viewId);
    return ok(viewId);
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

  /** The person's own row is the lock, so that two windows cannot both store the last one. */
  private async lockOwner(actor: Actor): Promise<void> {
    await this.unitOfWork.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [actor.personId]);
  }

  private async mark(actor: Actor, viewId: string | null): Promise<void> {
    await this.unitOfWork.execute(
      'UPDATE need_view SET is_default = false WHERE person_id = $1 AND is_default',
      [actor.personId],
    );
    if (viewId === null) return;
    await this.unitOfWork.execute(
      'UPDATE need_view SET is_default = true WHERE id = $1 AND person_id = $2',
      [viewId, actor.personId],
    );
  }
}
