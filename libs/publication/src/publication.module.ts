import { Module } from '@nestjs/common';

/** Wires publication; it decides nothing. */
@Module({ providers: [], exports: [] })
export class PublicationModule {}
