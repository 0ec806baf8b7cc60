import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { personsWhoFit } from '../domain/public-list.js';
import { stageOf, type TextStage, type TextState } from '../domain/public-text.js';
import { PublicListRepository } from '../infrastructure/public-list.repository.js';
import {
  PublicTextListRepository,
  textKey,
  type TextRow,
} from '../infrastructure/public-text-list.repository.js';

export { textKey };

/** A text with where it stands today. */
export interface ListedText extends TextRow {
  readonly stage: TextStage;
  /** Persons of today's public list who fit all that was said of the family with this text; null without a list. */
  readonly persons: number | null;
}

/** Texts about families, newest first, each counted against today's public list. */
@Injectable()
export class PublicTextsQuery {
  constructor(
    private readonly texts: PublicTextListRepository,
    private readonly list: PublicListRepository,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  /** Errors: an invalid cursor. */
  async page(request: {
    readonly first: number;
    readonly after?: string | null;
    readonly state?: TextState | null;
  }): Promise<Result<Page<ListedText>, DomainError>> {
    const after = request.after == null ? null : readCursor(request.after);
    if (request.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const { today } = await this.settings.own();
    const cells = await this.list.cells();
    const { first, state = null } = request;
    const page = await this.texts.page({ first, state, today }, after);
    const rows = page.rows.map((row) => ({
      ...row,
      stage: stageOf(row, today),
      persons: cells.length === 0 ? null : personsWhoFit(cells, [...row.said, row.facts]),
    }));
    return ok({ ...page, rows });
  }
}

function readCursor(cursor: string): { at: string; id: string } | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return null;
  return typeof id === 'string' && isUuid(id) ? { at, id } : null;
}
