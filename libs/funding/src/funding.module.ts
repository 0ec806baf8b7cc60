import { Module } from '@nestjs/common';

/** Wires funding; it decides nothing. */
@Module({ providers: [], exports: [] })
export class FundingModule {}
