import { Global, Module } from '@nestjs/common';
import { AuditTrail } from '@kinward/platform';
import { ChainedAuditTrail } from './infrastructure/chained-audit-trail.js';

/** Stands behind the platform's `AuditTrail` for every domain. */
@Global()
@Module({
  providers: [{ provide: AuditTrail, useClass: ChainedAuditTrail }],
  exports: [AuditTrail],
})
export class AuditModule {}
