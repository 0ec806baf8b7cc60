import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import type { KeptReport } from '../../domain/planning/import-report.js';
import { ImportRepository, type ImportLine } from '../../infrastructure/import.repository.js';

export type { ImportLine } from '../../infrastructure/import.repository.js';

/** The sort key of a line: when the reading began. */
export function importKey({ startedAt, id }: ImportLine): readonly string[] {
  return [startedAt.toISOString(), id];
}

/** Files that were read into the inbox of one's own organisation: how far, and what became of their rows. */
@Injectable()
export class IntakeImportsQuery {
  constructor(private readonly imports: ImportRepository) {}

  /** The newest first. Errors: an invalid cursor. */
  async page(asked: {
    readonly first: number;
    readonly after?: string | null;
  }): Promise<Result<Page<ImportLine>, DomainError>> {
    const after = asked.after == null ? null : readCursor(asked.after);
    if (after === undefined) return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    return ok(toPage(await this.imports.list(after, asked.first + 1), asked.first, importKey));
  }

  /** NOT_FOUND. The report is null until the file was read to its end. */
  async one(
    importId: string,
  ): Promise<Result<ImportLine & { readonly report: KeptReport | null }, DomainError>> {
    const found = isUuid(importId) ? await this.imports.find(importId) : undefined;
    return found === undefined ? err(notFound()) : ok(found);
  }
}

function readCursor(cursor: string): readonly [string, string] | undefined {
  const [startedAt, id] = decodeCursor(cursor, 2) ?? [];
  const isKey =
    typeof startedAt === 'string' &&
    !Number.isNaN(Date.parse(startedAt)) &&
    typeof id === 'string' &&
    isUuid(id);
  return isKey ? [startedAt, id] : undefined;
}
