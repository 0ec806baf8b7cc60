import { Inject, Injectable } from '@nestjs/common';
import { PinnedKeys } from '@kinward/identity';
import {
  err,
  integrity,
  notFound,
  ok,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { CLOCK, SecurityAlerts } from '@kinward/platform';
import { verifyEpoch } from '../domain/epoch-statement.js';
import type { Tier } from '../domain/tier.js';
import { sealWriteOnly } from '../domain/write-only-seal.js';
import { CompartmentRepository } from '../infrastructure/compartment.repository.js';
import { GrantRepository } from '../infrastructure/grant.repository.js';
import type { Cell } from './sealed-json.js';

/** Seals a value to a cell of the compartment that the sealer was made for. */
export type Sealer = (cell: Cell, value: unknown) => Buffer;

/** Seals without being able to read: for imports, the family's page and the worker. */
@Injectable()
export class WriteOnlySealing {
  constructor(
    private readonly compartments: CompartmentRepository,
    private readonly grants: GrantRepository,
    private readonly alerts: SecurityAlerts,
    private readonly pinned: PinnedKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Seals a value to a case's or an inbox's public key. NOT_FOUND without such a compartment; INTEGRITY, with an
   * alarm, when the public key is not the one that a certified person signed.
   */
  async seal(
    subjectId: string,
    tier: Tier,
    cell: Cell,
    value: unknown,
  ): Promise<Result<Buffer, DomainError>> {
    const sealer = await this.sealerFor(subjectId, tier);
    return sealer.ok ? ok(sealer.value(cell, value)) : sealer;
  }

  /**
   * Looks the public key up and checks it once, for many values of one unit of work. Errors as {@link seal}. A
   * sealer must not outlive the unit: keys are renewed.
   */
  async sealerFor(subjectId: string, tier: Tier): Promise<Result<Sealer, DomainError>> {
    const statement = await this.compartments.currentEpoch(subjectId, tier);
    if (statement === null) return err(notFound());
    const signers = await this.grants.certificatesOf([statement.signerId]);
    const signer = signers.get(statement.signerId);
    const publicKey =
      signer === undefined
        ? err(integrity())
        : verifyEpoch({
            statement,
            signer,
            trusteePublicKeys: this.pinned.trustees,
            now: this.clock.now(),
          });
    if (!publicKey.ok) {
      const cause = 'EPOCH_STATEMENT';
      this.alerts.raise({ kind: 'INTEGRITY', cause, subjectKind: 'COMPARTMENT', subjectId });
      return err(integrity());
    }
    return ok((cell, value) => {
      const plaintext = Buffer.from(JSON.stringify(value), 'utf8');
      const { epoch, compartment } = statement;
      const place = { ...compartment, ...cell };
      try {
        return sealWriteOnly({ publicKey: publicKey.value, epoch, place, plaintext });
      } finally {
        plaintext.fill(0);
      }
    });
  }
}
