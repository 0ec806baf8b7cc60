import { Module } from '@nestjs/common';
import type { Clock, IdGenerator } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { defineInvariants } from './application/invariants/invariant.js';
import { LEDGER_INVARIANTS } from './application/invariants/ledger-invariants.js';
import { Ledger } from './application/ledger.js';
import { AccountStatementQuery } from './application/queries/account-statement.query.js';
import { BalanceAtQuery } from './application/queries/balance-at.query.js';
import { TransferQuery } from './application/queries/transfer.query.js';
import { TrialBalanceQuery } from './application/queries/trial-balance.query.js';
import { LedgerResolver } from './graphql/ledger.resolver.js';
import './graphql/reason-texts.js';

defineInvariants(LEDGER_INVARIANTS);

/** The books; every domain that moves money goes through {@link Ledger}. */
@Module({
  providers: [
    AccountStatementQuery,
    BalanceAtQuery,
    LedgerResolver,
    TransferQuery,
    TrialBalanceQuery,
    {
      provide: Ledger,
      inject: [UnitOfWork, CLOCK, ID_GENERATOR],
      useFactory: (unitOfWork: UnitOfWork, clock: Clock, ids: IdGenerator) =>
        new Ledger(unitOfWork, clock, () => ids.next()),
    },
  ],
  exports: [Ledger],
})
export class LedgerModule {}
