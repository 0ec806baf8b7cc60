import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  type InvalidInputError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { AuthorityRepository } from '../../infrastructure/authority.repository.js';
import type { PersonChangeRow } from '../../infrastructure/person-change.entity.js';

/** Who changed what somebody may do, when, and how it was before; newest first. */
@Injectable()
export class PersonChangesQuery {
  constructor(private readonly authorities: AuthorityRepository) {}

  /** Errors: an invalid cursor. */
  async page(request: {
    readonly first: number;
    readonly after?: string | null;
    readonly onlyOpen?: boolean | null;
  }): Promise<Result<Page<PersonChangeRow>, InvalidInputError>> {
    const after = request.after == null ? null : readCursor(request.after);
    if (request.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    return ok(await this.authorities.page(request.first, after, request.onlyOpen ?? false));
  }
}

function readCursor(cursor: string): { at: string; id: string } | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return null;
  return typeof id === 'string' && isUuid(id) ? { at, id } : null;
}
