import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  toPage,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { transferState } from '../../domain/case-transfer.js';
import {
  CaseTransferRepository,
  type CaseTransferLine,
  type CoalitionMember,
} from '../../infrastructure/case-transfer.repository.js';
import { CaseAccess } from '../case-access.js';

/** A line with the other side's name. */
export interface CaseTransferView extends CaseTransferLine {
  readonly partner: CoalitionMember | null;
}

/** The sort key of a line. */
export function transferKey(row: CaseTransferLine): readonly string[] {
  return [row.offeredOn, row.id];
}

/** Offers of and to the actor's organisation, and who else is in the coalition; two statements for a page of any size. */
@Injectable()
export class CaseTransfersQuery {
  constructor(
    private readonly access: CaseAccess,
    private readonly transfers: CaseTransferRepository,
  ) {}

  /** An invalid cursor is INVALID_INPUT. */
  async page(request: {
    readonly first: number;
    readonly after?: string | null;
  }): Promise<Result<Page<CaseTransferView>, DomainError>> {
    const after = request.after == null ? null : readCursor(request.after);
    if (request.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const { settings } = await this.access.ground();
    const lines = await this.transfers.page(after, request.first + 1);
    const members = new Map((await this.transfers.coalition()).map((each) => [each.id, each]));
    const views = lines.map((line) => ({
      ...line,
      state: transferState(line, settings.today),
      partner: members.get(line.partnerId) ?? null,
    }));
    return ok(toPage(views, request.first, transferKey));
  }

  /** The organisations a family could be handed over to. */
  async partners(): Promise<readonly CoalitionMember[]> {
    const { settings } = await this.access.ground();
    return (await this.transfers.coalition()).filter(({ id }) => id !== settings.id);
  }
}

function readCursor(cursor: string): { day: string; id: string } | null {
  const [day, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  return typeof id === 'string' && isUuid(id) ? { day, id } : null;
}
