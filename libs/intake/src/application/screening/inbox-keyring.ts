import { Injectable } from '@nestjs/common';
import type { DomainError, Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { KeyOpener, KeyRotation, type OpenedKeys } from '@kinward/vault';

/**
 * The keys of the inbox that the actor works on. A request is read only after this: renewing the keys seals every
 * request anew, and what was read before could no longer be opened.
 */
@Injectable()
export class InboxKeyring {
  constructor(
    private readonly opener: KeyOpener,
    private readonly rotation: KeyRotation,
  ) {}

  /**
   * Keeps the keys as they are until the unit ends, and renews them first where somebody has lost theirs. Nothing
   * happens for whoever holds none. INTEGRITY, and as the vault refuses.
   */
  async settle(actor: Actor): Promise<Result<OpenedKeys, DomainError>> {
    const inboxId = actor.organizationId;
    await this.rotation.hold(inboxId);
    const opened = await this.opener.open(actor, [inboxId]);
    if (!opened.ok) return opened;
    const renewed = await this.rotation.renewIfDue(actor, opened.value, inboxId);
    return renewed.ok ? opened : renewed;
  }
}
