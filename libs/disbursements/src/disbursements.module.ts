import { Module } from '@nestjs/common';

/** Wires disbursements; it decides nothing. */
@Module({ providers: [], exports: [] })
export class DisbursementsModule {}
