import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { verifyChain, type ChainRow, type ChainVerification } from './audit-verification.js';

/** Recomputes one chain of the present organisation, up to where it says that it ends. */
@Injectable()
export class VerifyOwnChainQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async verify(shard: number): Promise<ChainVerification> {
    const { organizationId } = this.unitOfWork.scope();
    const values = [organizationId, shard];
    const [chain] = await this.unitOfWork.query<ChainRow>(
      'SELECT organization_id, shard, length, head FROM audit_chain WHERE organization_id = $1 AND shard = $2',
      values,
    );
    if (chain !== undefined) {
      return verifyChain(
        (statement, rows) => this.unitOfWork.query(statement, rows),
        chain,
        BigInt(chain.length),
      );
    }
    const stray = await this.unitOfWork.query(
      'SELECT FROM audit_entry WHERE organization_id = $1 AND shard = $2 LIMIT 1',
      values,
    );
    const fault = 'HEAD_DIFFERS' as const;
    const broken = { organizationId: organizationId ?? '', shard, sequence: '0', fault };
    return { entries: 0, until: null, broken: stray.length === 0 ? null : broken };
  }
}
