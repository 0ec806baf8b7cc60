import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { RequestOpener } from './request-opener.js';
import { Rewriting } from './rewriting.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';
import { ScreeningGround } from './screening-ground.js';

/**
 * Records that a refused family appeals: the request waits again, with a case under a new codename, and whoever refused
 * it does not decide on it any more (background.md, harm 8). Errors: REFUSED `NOT_A_SCREENER`, `NO_INTAKE_KEY`,
 * `SECOND_PERSON_REQUIRED` for the one who refused it, `APPEAL_TOO_LATE`; NOT_FOUND; STALE_VERSION; WRONG_STATE;
 * INTEGRITY.
 */
@Injectable()
export class AppealRequestUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly opener: RequestOpener,
    private readonly rewriting: Rewriting,
    private readonly ground: ScreeningGround,
  ) {}

  async execute(
    actor: Actor,
    command: RequestReference,
  ): Promise<Result<ChangedRequest, DomainError>> {
    const begun = await this.desk.decide(actor, command, 'APPEAL');
    if (!begun.ok) return begun;
    const row = begun.value;
    const { today } = await this.ground.own();
    if (row.appealUntil === null || today > row.appealUntil) return err(refused('APPEAL_TOO_LATE'));
    const keys = await this.opener.inboxKeys(actor);
    if (!keys.ok) return keys;
    const said = this.opener.contents(keys.value, row);
    if (!said.ok) return said;
    if (said.value === null) return err(refused('APPEAL_TOO_LATE'));
    const read = await this.rewriting.read(actor, row, said.value, {});
    const state = read.problem === null ? 'INBOX' : 'TO_CORRECT';
    const written = await this.rewriting.write(actor, row, read, { state, fresh: true });
    if (!written.ok) return written;
    const decided = { decidedBy: null, decidedOn: null, decisionReason: null, appealUntil: null };
    const change = { ...decided, receivedOn: row.receivedOn, screenerId: null };
    return ok(await this.desk.finish(written.value, change, 'REQUEST_APPEALED'));
  }
}
