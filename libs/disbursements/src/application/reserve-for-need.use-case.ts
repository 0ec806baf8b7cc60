import type { ReserveForNeedCommand, ReservedForNeed } from './reserve-for-need.command.js';
import { Injectable } from '@nestjs/common';
import { readMoney, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import { Reserving } from './reserving.js';

/**
 * Sets money of a fund aside for a need: one pending transfer of the ledger and the need's counter, in one transaction.
 * Errors: INVALID_INPUT `amount…`, `input.commandKey`; NOT_FOUND for need or fund; STALE_VERSION; WRONG_STATE of the need;
 * REFUSED with the rule of the fund that is broken, `INSUFFICIENT_FUNDS`, `FUND_FLOOR`, `FUND_PERIOD_CEILING`,
 * `NEED_AMOUNT_EXCEEDED`, `CASE_NOT_LIVE`, `CASE_NOT_ACTIVE`, `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class ReserveForNeedUseCase {
  constructor(
    private readonly replay: CommandReplay,
    private readonly reserving: Reserving,
  ) {}

  async execute(
    actor: Actor,
    command: ReserveForNeedCommand,
  ): Promise<Result<ReservedForNeed, DomainError>> {
    const amount = readMoney('amount', command.amount);
    if (!amount.ok) return amount;
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'reserveForNeed', key, input }, () =>
      this.reserving.reserve(actor, command, amount.value.minorUnits),
    );
  }
}
