import { Injectable } from '@nestjs/common';
import { SecurityAlerts } from '@kinward/platform';
import { CallOutPings } from './call-out-pings.js';

/** Tells security that somebody may be baiting the desk. */
@Injectable()
export class ProvocationAlarm {
  constructor(
    private readonly alerts: SecurityAlerts,
    private readonly pings: CallOutPings,
  ) {}

  async raise(callOutId: string): Promise<void> {
    const subject = { subjectKind: 'CALL_OUT', subjectId: callOutId };
    await this.alerts.add({ kind: 'DANGER', cause: 'CALL_OUT_PROVOCATION', ...subject });
    await this.pings.security();
  }
}
