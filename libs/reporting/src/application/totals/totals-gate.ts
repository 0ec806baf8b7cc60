import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  type Clock,
  type DomainError,
  type Page,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, CLOCK, type Actor } from '@kinward/platform';
import {
  maySign,
  mayWithdraw,
  totalsState,
  type TotalsActs,
  type TotalsState,
} from '../../domain/totals-state.js';
import {
  totalsKey,
  TotalsRepository,
  type TotalsSnapshot,
} from '../../infrastructure/totals.repository.js';

export type { TotalsLine } from '../../infrastructure/totals.repository.js';
export { totalsKey };

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** What stands between a month's numbers and the public: two people, and one who can stop it. */
@Injectable()
export class TotalsGate {
  constructor(
    private readonly totals: TotalsRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All snapshots, newest first. Errors: an invalid cursor. */
  async page(request: {
    readonly first: number;
    readonly after?: string | null;
  }): Promise<Result<Page<TotalsSnapshot>, DomainError>> {
    const [month] = request.after == null ? [null] : (decodeCursor(request.after, 1) ?? []);
    const isMonth = typeof month === 'string' && MONTH.test(month);
    if (request.after != null && !isMonth) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    return ok(await this.totals.page(request.first, isMonth ? month : null));
  }

  /** Signs a proposed snapshot; the second person's name publishes it. Errors: NOT_FOUND; those of {@link maySign}. */
  async sign({ personId }: Actor, id: string): Promise<Result<TotalsState, DomainError>> {
    const held = await this.hold(id);
    if (!held.ok) return held;
    const allowed = maySign(held.value, personId);
    if (!allowed.ok) return allowed;
    const { signedBy, isWithdrawn } = held.value;
    await this.totals.note(id, 'SIGNED', personId, this.clock.now());
    return this.record(id, { signedBy: [...signedBy, personId], isWithdrawn });
  }

  /** Hides a snapshot at once and for good. Errors: NOT_FOUND; those of {@link mayWithdraw}. */
  async withdraw({ personId }: Actor, id: string): Promise<Result<TotalsState, DomainError>> {
    const held = await this.hold(id);
    if (!held.ok) return held;
    const allowed = mayWithdraw(held.value);
    if (!allowed.ok) return allowed;
    await this.totals.note(id, 'WITHDRAWN', personId, this.clock.now());
    return this.record(id, { ...held.value, isWithdrawn: true });
  }

  private async hold(id: string): Promise<Result<TotalsSnapshot, DomainError>> {
    const snapshot = isUuid(id) ? await this.totals.hold(id) : null;
    return snapshot === null ? err(notFound()) : ok(snapshot);
  }

  private record(subjectId: string, acts: TotalsActs): Result<TotalsState, never> {
    const state = totalsState(acts);
    const action = state === 'PROPOSED' ? 'TOTALS_SIGNED' : `TOTALS_${state}`;
    this.audit.record({ action, subjectKind: 'TOTALS', subjectId });
    return ok(state);
  }
}
