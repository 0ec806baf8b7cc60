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
import {
  DisclosureRepository,
  type DisclosureFilter,
  type DisclosureView,
} from '../infrastructure/disclosure.repository.js';

/** The sort key of a line. */
export function disclosureKey(row: DisclosureView): readonly string[] {
  return [row.openedAt.toISOString(), row.id];
}

/** Who saw whose identity (domain.md B, story 61): codenames, purposes and counts, no identity, and no detail of a task. */
@Injectable()
export class DisclosureLogQuery {
  constructor(private readonly disclosures: DisclosureRepository) {}

  /** Errors: an invalid cursor. */
  async page(
    request: DisclosureFilter & { readonly first: number; readonly after?: string | null },
  ): Promise<Result<Page<DisclosureView>, InvalidInputError>> {
    const after = request.after == null ? null : readCursor(request.after);
    if (request.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    return ok(await this.disclosures.page(request.first, after, request));
  }
}

function readCursor(cursor: string): { openedAt: string; id: string } | null {
  const [openedAt, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof openedAt !== 'string' || Number.isNaN(Date.parse(openedAt))) return null;
  return typeof id === 'string' && isUuid(id) ? { openedAt, id } : null;
}
