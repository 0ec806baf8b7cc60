import { Injectable } from '@nestjs/common';
import { FreezeDisbursementsUseCase } from '@kinward/disbursements';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { CallOutNeeds } from '@kinward/needs';
import type { Actor } from '@kinward/platform';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutEnd } from './call-out-end.js';
import { CallOutSealing } from './call-out-sealing.js';
import { ProvocationAlarm } from './provocation-alarm.js';

/** Follows a word that stops a call-out: a false alarm is forgotten, a provocation is alarmed and stopped. */
@Injectable()
export class CallOutStop {
  constructor(
    private readonly end: CallOutEnd,
    private readonly needs: CallOutNeeds,
    private readonly freezing: FreezeDisbursementsUseCase,
    private readonly sealing: CallOutSealing,
    private readonly alarm: ProvocationAlarm,
  ) {}

  async after(
    actor: Actor,
    before: CallOutRow,
    row: CallOutRow,
  ): Promise<Result<CallOutRow, DomainError>> {
    if (row.state === 'FALSE_ALARM') await this.sealing.end(before);
    return row.state === 'SUSPECTED_PROVOCATION' ? this.stopAll(actor, row) : ok(row);
  }

  /** Everything that has not left yet: payouts of the family, tasks in anybody's hands, money set aside, open needs. */
  private async stopAll(actor: Actor, row: CallOutRow): Promise<Result<CallOutRow, DomainError>> {
    if (row.caseId !== null) {
      const cohort = { caseIds: [row.caseId], reasonCode: 'PROVOCATION_SUSPECTED' };
      const frozen = await this.freezing.freeze(actor, cohort);
      if (!frozen.ok) return frozen;
    }
    const stopped = await this.end.stop(actor, row.id, 'SECURITY');
    if (!stopped.ok) return stopped;
    await this.needs.cancel(row.id, 'CALL_OUT_STOPPED');
    await this.alarm.raise(row.id);
    return ok(row);
  }
}
