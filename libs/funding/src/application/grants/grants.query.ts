import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { GrantStore, type GrantWithMoney } from '../../infrastructure/grant.store.js';
import { ownGrantsOnly } from '../funds/funds.query.js';

/** Grants by code: all of them, or for a foundation manager those that are theirs. */
@Injectable()
export class GrantsQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(actor: Actor): Promise<readonly GrantWithMoney[]> {
    return new GrantStore(this.unitOfWork).list(actor.organizationId, ownGrantsOnly(actor));
  }
}
