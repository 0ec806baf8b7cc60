import { Module } from '@nestjs/common';

/** Wires ledger; it decides nothing. */
@Module({ providers: [], exports: [] })
export class LedgerModule {}
