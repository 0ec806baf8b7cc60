import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { WriteOnlySealing } from '@kinward/vault';
import type { RequestContents } from '../../domain/screening/answers.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { ScreeningDesk } from './screening-desk.js';
import { ScreeningGround } from './screening-ground.js';

/** Puts another version beside a request, as a corrected submission would be. */
@Injectable()
export class Proposing {
  constructor(
    private readonly sealing: WriteOnlySealing,
    private readonly desk: ScreeningDesk,
    private readonly ground: ScreeningGround,
  ) {}

  /** REFUSED `PROPOSED_CHANGE_WAITS` where one is there already; errors of sealing. The row must be locked. */
  async propose(
    actor: Actor,
    row: IntakeRequestRow,
    { identity, story }: RequestContents,
  ): Promise<Result<void, DomainError>> {
    if (row.proposedT1 !== null) return err(refused('PROPOSED_CHANGE_WAITS'));
    const proposedRevision = row.proposedRevision + 1;
    const cell = { table: 'intake_request', rowId: row.id, revision: proposedRevision };
    const inbox = actor.organizationId;
    const t0 = await this.sealing.seal(inbox, 'T0', { ...cell, column: 'proposed_t0' }, identity);
    if (!t0.ok) return t0;
    const t1 = await this.sealing.seal(inbox, 'T1', { ...cell, column: 'proposed_t1' }, story);
    if (!t1.ok) return t1;
    const { today } = await this.ground.own();
    const change = { proposedT0: t0.value, proposedT1: t1.value, proposedOn: today };
    await this.desk.finish(row, { ...change, proposedRevision }, 'REQUEST_CHANGE_PROPOSED');
    return ok();
  }
}
