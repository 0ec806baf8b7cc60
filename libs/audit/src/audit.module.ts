import { Global, Module } from '@nestjs/common';
import { AuditTrail } from '@kinward/platform';
import { AuditHeadQuery } from './application/audit-head.query.js';
import { VerifyOwnChainQuery } from './application/verify-own-chain.query.js';
import { VerifyAuditResolver } from './graphql/verify-audit.resolver.js';
import { ChainedAuditTrail } from './infrastructure/chained-audit-trail.js';

/** Stands behind the platform's `AuditTrail` for every domain. */
@Global()
@Module({
  providers: [
    AuditHeadQuery,
    VerifyAuditResolver,
    VerifyOwnChainQuery,
    { provide: AuditTrail, useClass: ChainedAuditTrail },
  ],
  exports: [AuditHeadQuery, AuditTrail],
})
export class AuditModule {}
