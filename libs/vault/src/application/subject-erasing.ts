import { Injectable } from '@nestjs/common';
import { SharedGrantRepository } from '../infrastructure/shared-grant.repository.js';
import { KeyErasing } from './key-erasing.js';

/**
 * Makes everything that was sealed under some subjects unreadable for everybody, at once in the present transaction:
 * no grant stays, no session's copy of one, and nothing for the recovery key; the keys in the keyring are destroyed after
 * its commit. What somebody copied before, keyring and all, is out of reach (docs/threats.md).
 */
@Injectable()
export class SubjectErasing {
  constructor(
    private readonly grants: SharedGrantRepository,
    private readonly erasing: KeyErasing,
  ) {}

  async erase(subjectIds: readonly string[]): Promise<void> {
    await this.grants.removeAll(subjectIds);
    await this.grants.removeRecovery(subjectIds);
    await this.erasing.destroy(subjectIds);
  }
}
