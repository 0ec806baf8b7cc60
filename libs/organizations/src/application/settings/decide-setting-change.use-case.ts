import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  isUuid,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { AuditTrail, CLOCK, type Actor } from '@kinward/platform';
import type {
  OrganizationSettingRow,
  SettingChangeRow,
  SettingChangeState,
} from '../../infrastructure/setting.entity.js';
import { SettingRepository } from '../../infrastructure/setting.repository.js';

/** Minutes in which somebody takes back what they alone have changed, as nobody has seen it yet. */
const UNDO_MINUTES = 10;
const MINUTE_MS = 60_000;

/** The second person's word on a change of a setting, and the first person's way back. */
@Injectable()
export class DecideSettingChangeUseCase {
  constructor(
    private readonly repository: SettingRepository,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** NOT_FOUND; REFUSED with `ALREADY_DECIDED`, or `CHANGE_NEEDS_ANOTHER` for whoever proposed it. */
  async decide(
    actor: Actor,
    id: string,
    isAccepted: boolean,
  ): Promise<Result<SettingChangeState, DomainError>> {
    const locked = await this.lock(id);
    if (locked === null) return err(notFound());
    const { change, row } = locked;
    if (change.state !== 'PROPOSED') return err(refused('ALREADY_DECIDED'));
    if (change.proposedBy === actor.personId) return err(refused('CHANGE_NEEDS_ANOTHER'));
    await this.repository.write(row, isAccepted ? change.valueAfter : row.value);
    return ok(await this.settle(actor, change, isAccepted ? 'APPLIED' : 'REFUSED'));
  }

  /**
   * Takes back one's own: a proposal at any time, what held at once for ten minutes and as long as nobody changed it
   * since. NOT_FOUND, also for somebody else's; REFUSED with `ALREADY_DECIDED` or `UNDO_IS_OVER`.
   */
  async withdraw(actor: Actor, id: string): Promise<Result<SettingChangeState, DomainError>> {
    const locked = await this.lock(id);
    if (locked?.change.proposedBy !== actor.personId) return err(notFound());
    const { change, row } = locked;
    const isOpen = change.state === 'PROPOSED';
    const isOnlyOwn = change.state === 'APPLIED' && change.decidedBy === actor.personId;
    if (!isOpen && !isOnlyOwn) return err(refused('ALREADY_DECIDED'));
    const age = this.clock.now().getTime() - change.proposedAt.getTime();
    const isLate = age > UNDO_MINUTES * MINUTE_MS || row.version !== change.version;
    if (!isOpen && isLate) return err(refused('UNDO_IS_OVER'));
    await this.repository.write(row, isOpen ? row.value : change.valueBefore);
    return ok(await this.settle(actor, change, 'WITHDRAWN'));
  }

  /** The setting first, as everybody does who changes it; what was read before the lock may be old. */
  private async lock(
    id: string,
  ): Promise<{ change: SettingChangeRow; row: OrganizationSettingRow } | null> {
    const found = isUuid(id) ? await this.repository.find(id) : null;
    if (found === null) return null;
    const row = await this.repository.lock(found);
    const change = await this.repository.find(id);
    return change === null ? null : { change, row };
  }

  private async settle(
    { personId: decidedBy }: Actor,
    { id, key }: SettingChangeRow,
    state: SettingChangeState,
  ): Promise<SettingChangeState> {
    await this.repository.decide(id, { state, decidedBy, decidedAt: this.clock.now() });
    const action = state === 'APPLIED' ? 'SETTING_CHANGED' : 'SETTING_CHANGE_DROPPED';
    this.audit.record({ action, subjectKind: 'SETTING', subjectId: id, reason: key });
    return state;
  }
}
