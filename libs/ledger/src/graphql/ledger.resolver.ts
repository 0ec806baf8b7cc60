import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CLOCK, CurrentActor, MoneyType, UnitOfWork, type Actor } from '@kinward/platform';
import { checkInvariants } from '../application/invariants/invariant.js';
import { AccountStatementQuery } from '../application/queries/account-statement.query.js';
import { BalanceAtQuery } from '../application/queries/balance-at.query.js';
import { TransferQuery } from '../application/queries/transfer.query.js';
import { TrialBalanceQuery } from '../application/queries/trial-balance.query.js';
import {
  AccountStatement,
  AccountStatementInput,
  AccountStatementResult,
} from './account-statement.type.js';
import {
  AccountBalance,
  AccountBalanceResult,
  BalanceAtInput,
  TrialBalance,
  TrialBalanceInput,
  TrialBalanceResult,
} from './account.type.js';
import { toStatement, toSums, toTransfer, toTrialBalance } from './ledger-views.js';
import {
  LedgerInvariant,
  LedgerTransfer,
  LedgerTransferInput,
  LedgerTransferResult,
} from './transfer.type.js';

/** The books as those read them who answer for them; nothing here writes. */
@Resolver()
export class LedgerResolver {
  constructor(
    private readonly balances: TrialBalanceQuery,
    private readonly statements: AccountStatementQuery,
    private readonly moments: BalanceAtQuery,
    private readonly transfers: TransferQuery,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Allow('trialBalance')
  @Query(() => TrialBalanceResult, {
    description: 'Every account as it stands now, or as it stood at a moment.',
  })
  async trialBalance(
    @CurrentActor() actor: Actor,
    @Args('input') input: TrialBalanceInput,
  ): Promise<Result<TrialBalance, DomainError>> {
    const { first, after = null, at = null } = input;
    const view = await this.balances.page(actor, { first, after, at });
    return view.ok ? ok(toTrialBalance(view.value)) : view;
  }

  @Allow('accountStatement')
  @Query(() => AccountStatementResult, {
    description: 'What was booked to an account, line by line.',
  })
  async accountStatement(
    @CurrentActor() actor: Actor,
    @Args('input') input: AccountStatementInput,
  ): Promise<Result<AccountStatement, DomainError>> {
    const view = await this.statements.page(actor, { ...input, after: input.after ?? null });
    return view.ok ? ok(toStatement(view.value)) : view;
  }

  @Allow('balanceAt')
  @Query(() => AccountBalanceResult, { description: 'What stood on an account at a moment.' })
  async balanceAt(
    @CurrentActor() actor: Actor,
    @Args('input') input: BalanceAtInput,
  ): Promise<Result<AccountBalance, DomainError>> {
    const view = await this.moments.find(actor, input.accountId, input.at);
    if (!view.ok) return view;
    const { id, code, kind, balance, available } = view.value;
    return ok(
      Object.assign(new AccountBalance(), {
        account: { id, code, kind },
        sums: toSums(view.value),
        balance: new MoneyType(balance),
        available: available === null ? null : new MoneyType(available),
      }),
    );
  }

  @Allow('ledgerTransfer')
  @Query(() => LedgerTransferResult, { description: 'A transfer, and what became of it.' })
  async ledgerTransfer(
    @CurrentActor() actor: Actor,
    @Args('input') input: LedgerTransferInput,
  ): Promise<Result<LedgerTransfer, DomainError>> {
    const view = await this.transfers.find(actor, input.transferId);
    return view.ok ? ok(toTransfer(view.value)) : view;
  }

  @Allow('ledgerCheck')
  @Query(() => [LedgerInvariant], {
    description: 'Checks every promise of my organisation’s books.',
  })
  async ledgerCheck(): Promise<LedgerInvariant[]> {
    const results = await checkInvariants(this.unitOfWork, this.clock.now());
    return results.map(({ code, sentence, offenders }) => ({
      code,
      sentence,
      holds: offenders.length === 0,
      offenders: offenders.map((offender) => offender.id),
    }));
  }
}
