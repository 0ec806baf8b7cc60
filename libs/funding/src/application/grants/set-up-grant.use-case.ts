import { Injectable } from '@nestjs/common';
import type { DomainError, MoneyText, Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { FundRulesText } from '../../domain/check-funding.js';
import type { GrantLineText } from '../../domain/grant-lines.js';
import { OpenFundUseCase } from '../funds/open-fund.use-case.js';
import { RecordGrantUseCase, type ChangedGrant } from './record-grant.use-case.js';

export interface SetUpGrantCommand {
  /** Of the grant and of its fund. */
  readonly code: string;
  readonly name: string;
  readonly amount: MoneyText;
  /** What it may be used for: kinds, places, ceilings, the share for the work itself. */
  readonly rules: FundRulesText;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lapsesOn: string;
  readonly managerId?: string | null;
  readonly lines: readonly GrantLineText[];
}

/**
 * Sets up a grant with a fund of its own (domain.md B41). Somebody of a foundation sets up what she will manage
 * herself; it is signed, and its money booked, by the finance officer alone. Errors: those of opening a fund and of
 * recording a grant; nothing of it stays.
 */
@Injectable()
export class SetUpGrantUseCase {
  constructor(
    private readonly opening: OpenFundUseCase,
    private readonly recording: RecordGrantUseCase,
  ) {}

  async execute(
    actor: Actor,
    command: SetUpGrantCommand,
  ): Promise<Result<ChangedGrant, DomainError>> {
    const { code, name, rules, amount, startsOn, endsOn, lapsesOn, lines } = command;
    const fund = await this.opening.execute(actor, {
      ...{ code, name, rules, lapsesOn, opensOn: startsOn },
      ...{ kind: 'GRANT', isPublic: false, isFreeFund: false },
    });
    if (!fund.ok) return fund;
    const isOffice = actor.roles.has('FINANCE_OFFICER');
    return this.recording.execute(actor, {
      ...{ code, name, amount, startsOn, endsOn, lapsesOn, lines },
      fundId: fund.value.fundId,
      managerId: isOffice ? (command.managerId ?? null) : actor.personId,
    });
  }
}
