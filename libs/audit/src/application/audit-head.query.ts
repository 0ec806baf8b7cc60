import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';

/** Where the audit trail of an organisation stands: a fingerprint of all chains that nobody can choose. */
export interface AuditHead {
  readonly hash: Buffer;
  /** Entries of all chains. */
  readonly entries: bigint;
}

/** The present fingerprint of the own audit trail: SHA-256 over place, length and head of each chain in order. */
@Injectable()
export class AuditHeadQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async own(): Promise<AuditHead> {
    const chains = await this.unitOfWork.query<{ shard: number; length: string; head: Buffer }>(
      'SELECT shard, length, head FROM audit_chain WHERE organization_id = $1 ORDER BY shard',
      [this.unitOfWork.scope().organizationId],
    );
    const hash = createHash('sha256');
    let entries = 0n;
    for (const { shard, length, head } of chains) {
      hash.update(`${String(shard)}:${length}:`).update(head);
      entries += BigInt(length);
    }
    return { hash: hash.digest(), entries };
  }
}
