import { Module } from '@nestjs/common';

/** Wires needs; it decides nothing. */
@Module({ providers: [], exports: [] })
export class NeedsModule {}
