import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@kinward/platform';
import { VerifyOwnChainQuery } from '../application/verify-own-chain.query.js';
import { AUDIT_SHARDS } from '../domain/audit-entry.js';
import { AuditChainVerified, VerifyAuditChainInput } from './verify-audit.type.js';

/** The audit trail, for those who answer for it. */
@Resolver()
export class VerifyAuditResolver {
  constructor(private readonly chains: VerifyOwnChainQuery) {}

  @Allow('verifyAuditChain')
  @Query(() => AuditChainVerified, {
    description: 'Recomputes one chain of my organisation’s audit trail now.',
  })
  async verifyAuditChain(
    @Args('input') { chain }: VerifyAuditChainInput,
  ): Promise<AuditChainVerified> {
    const { entries, until, broken } = await this.chains.verify(chain);
    return {
      ...{ chain, chains: AUDIT_SHARDS, entries, until },
      fault: broken?.fault ?? null,
      faultAt: broken?.sequence ?? null,
    };
  }
}
