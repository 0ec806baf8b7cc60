import { Injectable } from '@nestjs/common';
import { ok } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { SHOWN_MESSAGES } from '../domain/limits.js';
import type { NeutralStatus } from '../domain/neutral-status.js';
import { MessageRepository, type MessageKind } from '../infrastructure/message.repository.js';
import { familyOf } from './family-door.js';
import { openForFamily } from './family-sealing.js';
import { MailboxStanding } from './mailbox-standing.js';
import type { Visit } from './tickets.js';
import { keyPairOf } from './word-keys.js';

export interface ShownLine {
  readonly day: string;
  readonly isMine: boolean;
  readonly kind: MessageKind;
  readonly text: string;
}

/** What a family sees of its mailbox. */
export interface ShownThread {
  readonly status: NeutralStatus;
  readonly isPaused: boolean;
  readonly purposes: readonly string[];
  /** Last day for asking somebody else to look; null where there is nothing to look at again. */
  readonly appealUntil: string | null;
  readonly lines: readonly ShownLine[];
}

/** Reads a mailbox for the family that holds its words. Nothing of it is recorded. */
@Injectable()
export class FamilyThread {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: MailboxStanding,
    private readonly messages: MessageRepository,
  ) {}

  /** Null for a mailbox that is closed. */
  async read(visit: Visit): Promise<ShownThread | null> {
    const { organizationId, mailboxId, seed } = visit;
    const result = await this.unitOfWork.run(familyOf(organizationId), async () => {
      const now = await this.standing.lock(mailboxId);
      if (now === null) return ok(null);
      const rows = await this.messages.latest(mailboxId, SHOWN_MESSAGES);
      const keyPair = keyPairOf(seed);
      const lines = rows.flatMap((row): ShownLine[] => {
        const text =
          row.sealedFamily === null ? null : openForFamily(keyPair, row.id, row.sealedFamily);
        const isMine = row.direction === 'FROM_FAMILY';
        return text === null ? [] : [{ day: row.writtenOn, isMine, kind: row.kind, text }];
      });
      keyPair.secretKey.fill(0);
      const { mailbox, status, purposes, request } = now;
      const appealUntil = request?.state === 'DECLINED' ? request.appealUntil : null;
      return ok({ status, isPaused: mailbox.pausedOn !== null, purposes, appealUntil, lines });
    });
    return result.ok ? result.value : null;
  }
}
