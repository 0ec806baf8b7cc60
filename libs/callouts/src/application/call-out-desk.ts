import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess, type LockedCase } from '@kinward/cases';
import {
  err,
  notFound,
  ok,
  staleVersion,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { CLOCK, type Actor } from '@kinward/platform';
import type { CallOutActor } from '../domain/call-out-transitions.js';
import { CallOutPeopleRepository } from '../infrastructure/call-out-people.repository.js';
import type { CallOutRow } from '../infrastructure/call-out.entity.js';
import { CallOutRepository } from '../infrastructure/call-out.repository.js';

/** A call-out that the present unit has locked, and what the actor may act as. */
export interface LockedCallOut {
  readonly row: CallOutRow;
  readonly actingAs: readonly CallOutActor[];
}

/** Named by whoever changes a call-out. */
export interface CallOutReference {
  readonly callOutId: string;
  /** The version that was read; null takes the present one. */
  readonly version?: number | null;
}

const PARTS = ['CASEWORKER', 'COORDINATOR', 'FINANCE_OFFICER', 'SECURITY_OFFICER'] as const;

/** The one door to a call-out for whoever changes it: case where it is needed, then the call-out (ADR 0019). */
@Injectable()
export class CallOutDesk {
  constructor(
    private readonly callOuts: CallOutRepository,
    private readonly people: CallOutPeopleRepository,
    private readonly cases: CaseAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** NOT_FOUND for an unknown, foreign or malformed id, and for whom it does not concern; STALE_VERSION. */
  async lock(
    actor: Actor,
    reference: CallOutReference,
  ): Promise<Result<LockedCallOut, DomainError>> {
    const known = await this.findFor(actor, reference.callOutId);
    return known === null ? err(notFound()) : this.lockRow(actor, known, reference);
  }

  /** Likewise, with the case under its lock; a case that nobody has screened yet has nothing to lock. */
  async lockWithCase(
    actor: Actor,
    reference: CallOutReference,
  ): Promise<Result<LockedCallOut & { readonly file: LockedCase | null }, DomainError>> {
    const known = await this.findFor(actor, reference.callOutId);
    if (known === null) return err(notFound());
    const file = known.caseId === null ? null : await this.cases.lock(known.caseId, null);
    if (file !== null && !file.ok && !isUnscreened(file.error)) return file;
    const locked = await this.lockRow(actor, known, reference);
    if (!locked.ok) return locked;
    return ok({ ...locked.value, file: file?.ok === true ? file.value : null });
  }

  /** The call-out as it is, for whom it concerns; null for everybody else. */
  async findFor(actor: Actor, callOutId: string): Promise<CallOutRow | null> {
    const row = await this.callOuts.find(callOutId);
    if (row === null || seesAllCallOuts(actor)) return row;
    if (actor.roles.has('FINANCE_OFFICER') && row.reservedMinor > 0n) return row;
    const mayBeConcerned = actor.roles.has('CASEWORKER');
    const isConcerned =
      mayBeConcerned && (await this.people.concerns(row.id, actor.personId, this.clock.now()));
    return isConcerned ? row : null;
  }

  private async lockRow(
    actor: Actor,
    known: CallOutRow,
    { version = null }: CallOutReference,
  ): Promise<Result<LockedCallOut, DomainError>> {
    const row = await this.callOuts.lock(known.id);
    if (row === null) return err(notFound());
    // Somebody has found out meanwhile which family it is: that case is not locked.
    const isOther = row.caseId !== known.caseId;
    if (isOther || (version !== null && version !== row.version)) {
      return err(staleVersion(row.version));
    }
    return ok({ row, actingAs: await this.partsOf(actor, row) });
  }

  private async partsOf(actor: Actor, row: CallOutRow): Promise<readonly CallOutActor[]> {
    const parts: CallOutActor[] = PARTS.filter((role) => actor.roles.has(role));
    if (row.ownerId === actor.personId) parts.push('OWNER');
    const mayBeOnDuty = actor.roles.has('CASEWORKER');
    if (mayBeOnDuty && (await this.people.isOnDuty(actor.personId, this.clock.now()))) {
      parts.push('DUTY');
    }
    return parts;
  }
}

/** Everybody else at the desk sees what concerns them. */
export function seesAllCallOuts(actor: Actor): boolean {
  return actor.roles.has('COORDINATOR') || actor.roles.has('SECURITY_OFFICER');
}

function isUnscreened(error: DomainError): boolean {
  return error.kind === 'REFUSED' && error.reason === 'NOT_SCREENED_YET';
}
