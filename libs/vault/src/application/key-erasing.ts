import { Injectable } from '@nestjs/common';
import { toDatabaseFailure, KinwardLogger, UnitOfWork } from '@kinward/platform';
import { KeyErasureRepository } from '../infrastructure/key-erasure.repository.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';

const MOST_AT_ONCE = 500;

/**
 * Destroys keys of the keyring. The main database and the keyring share no transaction, so the wish to destroy commits
 * with the act that it belongs to and is carried out afterwards; what a crash left over, the next act carries out.
 * Until then the lock itself says DESTROYED and nothing opens.
 */
@Injectable()
export class KeyErasing {
  constructor(
    private readonly erasures: KeyErasureRepository,
    private readonly keyring: KeyringStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: KinwardLogger,
  ) {}

  /** Remembers keys that must go with the present unit, and carries it out once that has committed. */
  async destroy(keyIds: readonly string[]): Promise<void> {
    if (keyIds.length > 0) await this.erasures.add(keyIds);
    this.carryOutAfterwards();
  }

  /** Carries out what is due of this organisation after the present unit, also what a worker or a crash left. */
  carryOutAfterwards(): void {
    const scope = this.unitOfWork.scope();
    this.unitOfWork.afterSettlement(async () => {
      try {
        const due = await this.unitOfWork.read(scope, () => this.erasures.due(MOST_AT_ONCE));
        if (due.length === 0) return;
        await this.keyring.destroy(due);
        await this.unitOfWork.read(scope, () => this.erasures.done(due));
      } catch (thrown) {
        const failure = toDatabaseFailure(thrown);
        const errorName = failure instanceof Error ? failure.name : 'unknown';
        this.logger.warn('keys are still to be destroyed', { errorName });
      }
    });
  }
}
