import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type IdGenerator } from '@kinward/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import { KinwardLogger } from '../logging/logger.js';
import type { Scope } from '../permissions/actor.js';
import { CLOCK, ID_GENERATOR } from '../time/tokens.js';

/** An alarm for the security desk, in codes only. */
export interface SecurityAlert {
  /** Keys or text that fail their checks, or somebody in danger. */
  readonly kind: 'INTEGRITY' | 'DANGER';
  /** Internal reason; never part of an answer to the outside. */
  readonly cause: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
}

/** Keeps alarms even though the request that met them is rolled back (security.md § 8.5). */
@Injectable()
export class SecurityAlerts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: KinwardLogger,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Raises an alarm for the scope of the present unit, after that unit is settled. */
  raise(alert: SecurityAlert): void {
    const scope = this.unitOfWork.scope();
    this.unitOfWork.afterSettlement(() => this.store(scope, alert));
  }

  /** Raises an alarm outside of a unit. */
  async store(scope: Scope, alert: SecurityAlert): Promise<void> {
    this.logger.error('security alert', {
      cause: alert.cause,
      operation: alert.subjectKind,
      ...(alert.subjectId === null ? {} : { subjectId: alert.subjectId }),
    });
    await this.unitOfWork.run(scope, async () => {
      await this.add(alert);
      return ok();
    });
  }

  /** Writes an alarm into the present unit, for an act that must not succeed without it. */
  async add(alert: SecurityAlert): Promise<void> {
    const scope = this.unitOfWork.scope();
    await this.unitOfWork.execute(
      `INSERT INTO security_alert (id, organization_id, kind, cause, subject_kind, subject_id, person_id, raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.ids.next(),
        scope.organizationId,
        alert.kind,
        alert.cause,
        alert.subjectKind,
        alert.subjectId,
        scope.personId,
        this.clock.now(),
      ],
    );
  }
}
