import { Module } from '@nestjs/common';

/** Wires reporting; it decides nothing. */
@Module({ providers: [], exports: [] })
export class ReportingModule {}
