import { Injectable } from '@nestjs/common';
import type { ProtocolNeed } from '@kinward/jurisdictions';
import { ok, readMoney, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import type { DispatchCallOutCommand, DispatchedCallOut } from './dispatch-call-out.command.js';
import { Dispatching } from './dispatching.js';

/**
 * Runs the protocol in one step (domain.md B 7, C5): tasks that are cleared by it, needs that are approved inside the
 * call-out, and the money for them out of the emergency fund, under the cap; all of it or nothing, and once however
 * often it arrives. Errors: INVALID_INPUT `needs…`, `triggerCode`, `input.commandKey`; NOT_FOUND; STALE_VERSION;
 * WRONG_STATE; REFUSED `CALL_OUT_CAP_LOST`, `CALL_OUT_CAP_EXCEEDED`, `NO_EMERGENCY_FUND`,
 * `CASE_HAS_CALL_OUT`, `CASE_NOT_ACTIVE`, `CASE_NOT_LIVE`, `NOT_SCREENED_YET`, `AID_CONSENT_REQUIRED`, `FUND_FLOOR`,
 * `INSUFFICIENT_FUNDS` and the other rules of the fund, `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class DispatchCallOutUseCase {
  constructor(
    private readonly replay: CommandReplay,
    private readonly dispatching: Dispatching,
  ) {}

  async execute(
    actor: Actor,
    command: DispatchCallOutCommand,
  ): Promise<Result<DispatchedCallOut, DomainError>> {
    const needs = readNeeds(command.needs ?? null);
    if (!needs.ok) return needs;
    const { commandKey: key, callOutId, version = null, caseId = null } = command;
    const activateCase = command.activateCase ?? false;
    const input = { callOutId, version, caseId, activateCase, needs: needs.value };
    return this.replay.once({ operation: 'dispatchCallOut', key, input }, () =>
      this.dispatching.run(actor, input),
    );
  }
}

function readNeeds(
  claims: DispatchCallOutCommand['needs'],
): Result<readonly ProtocolNeed[] | null, DomainError> {
  if (claims == null) return ok(null);
  const needs: ProtocolNeed[] = [];
  for (const [place, { code, amount }] of claims.entries()) {
    const money = readMoney(`needs.${String(place)}.amount`, amount);
    if (!money.ok) return money;
    needs.push({ code, amountMinor: money.value.minorUnits });
  }
  return ok(needs);
}
