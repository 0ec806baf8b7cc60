import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  ok,
  toPage,
  type Clock,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import { ErasureRepository, type ErasableCase } from '../../infrastructure/erasure.repository.js';
import { CaseAccess } from '../case-access.js';
import { DataProtection } from './data-protection.js';

/** The sort key of a line. */
export function erasureKey(row: ErasableCase): readonly string[] {
  return [row.retentionDueDay, row.caseId];
}

/** Cases whose retention is over, for those two who erase them; one statement for a page of any size. */
@Injectable()
export class CaseErasuresQuery {
  constructor(
    private readonly access: CaseAccess,
    private readonly appointments: DataProtection,
    private readonly erasures: ErasureRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** REFUSED `NOT_DATA_PROTECTION_OFFICER` for anybody who neither proposes nor confirms; an invalid cursor. */
  async page(
    actor: Actor,
    request: { readonly first: number; readonly after?: string | null },
  ): Promise<Result<Page<ErasableCase>, DomainError>> {
    if (!actor.roles.has('SECURITY_OFFICER')) {
      const admitted = await this.appointments.admit(actor);
      if (!admitted.ok) return admitted;
    }
    const after = request.after == null ? null : readCursor(request.after);
    if (request.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    const { settings } = await this.access.ground();
    const now = this.clock.now();
    const rows = await this.erasures.due(settings.today, now, after, request.first + 1);
    return ok(toPage(rows, request.first, erasureKey));
  }
}

function readCursor(cursor: string): { day: string; id: string } | null {
  const [day, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  return typeof id === 'string' && isUuid(id) ? { day, id } : null;
}
