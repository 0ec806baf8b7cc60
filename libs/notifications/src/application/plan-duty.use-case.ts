import { Inject, Injectable } from '@nestjs/common';
import { PeopleQuery } from '@kinward/identity';
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
import { AuditTrail, CLOCK, Outbox } from '@kinward/platform';
import { readPlannedDuty } from '../domain/duty.js';
import { DutyRepository } from '../infrastructure/duty.repository.js';

export interface PlanDutyCommand {
  readonly personId: string;
  /** ISO instant; now where it is left out. */
  readonly from?: string | null;
  /** ISO instant; null takes the duty away. */
  readonly until?: string | null;
}

/** Roles that are called on. */
const ON_CALL = ['COORDINATOR', 'CASEWORKER', 'SECURITY_OFFICER'];

/**
 * Plans the duty of a colleague, moves it, or takes it away. Everybody has one time of duty at most; the person can change it
 * themselves. Errors: those of {@link readPlannedDuty}; NOT_FOUND; REFUSED with `NOT_FOR_DUTY`, `NOT_ON_DUTY`,
 * `ON_DUTY_NOW`.
 */
@Injectable()
export class PlanDutyUseCase {
  constructor(
    private readonly duties: DutyRepository,
    private readonly people: PeopleQuery,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: PlanDutyCommand): Promise<Result<Date, DomainError>> {
    const { personId, from = null, until = null } = command;
    const now = this.clock.now();
    if (!isUuid(personId)) return err(notFound());
    const person = (await this.people.byIds([personId])).get(personId);
    if (person === undefined) return err(notFound());
    const before = await this.duties.lock(personId, now);
    if (until === null) {
      if (before === null) return err(refused('NOT_ON_DUTY'));
      await this.duties.end(personId, now);
      await this.tell('DUTY_TAKEN_AWAY', personId);
      return ok(now);
    }
    const planned = readPlannedDuty(from, until, now);
    if (!planned.ok) return planned;
    const isOnCall = person.roles.some((role) => ON_CALL.includes(role));
    if (!isOnCall || person.standing === 'SUSPENDED') return err(refused('NOT_FOR_DUTY'));
    const isOnNow = before !== null && before.fromAt <= now;
    if (isOnNow && planned.value.from > now) return err(refused('ON_DUTY_NOW'));
    await this.duties.plan(
      personId,
      isOnNow ? before.fromAt : planned.value.from,
      planned.value.until,
    );
    await this.tell('DUTY_PLANNED', personId);
    return ok(planned.value.until);
  }

  private async tell(action: string, personId: string): Promise<void> {
    this.audit.record({ action, subjectKind: 'PERSON', subjectId: personId });
    await this.outbox.publish({ topic: 'duty', ids: { action, personId } });
  }
}
