import { Injectable } from '@nestjs/common';
import { FamilyWishes } from '@kinward/cases';
import { FamilyRequests, type RequestStanding } from '@kinward/intake';
import { neutralStatus, type NeutralStatus } from '../domain/neutral-status.js';
import { MailboxRepository, type MailboxRow } from '../infrastructure/mailbox.repository.js';

/** A mailbox with how its request and its case stand now. */
export interface StandingMailbox {
  readonly mailbox: MailboxRow;
  readonly request: RequestStanding | null;
  readonly status: NeutralStatus;
  readonly purposes: readonly string[];
  readonly caseState: string | null;
}

/** Looks after a mailbox what became of its request: an appeal gives it another case. */
@Injectable()
export class MailboxStanding {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly requests: FamilyRequests,
    private readonly wishes: FamilyWishes,
  ) {}

  /** Under the lock of the mailbox; null for one that is closed or not there. */
  async lock(mailboxId: string): Promise<StandingMailbox | null> {
    const row = await this.mailboxes.lock(mailboxId);
    if (row === null || row.state === 'CLOSED') return null;
    const request = row.requestId === null ? null : await this.requests.standing(row.requestId);
    const caseId = request === null ? row.caseId : request.caseId;
    if (caseId !== row.caseId) await this.mailboxes.change(row.id, { caseId });
    const mailbox = { ...row, caseId };
    const standing = caseId === null ? null : await this.wishes.standing(caseId);
    const caseState = standing?.state ?? null;
    const status = neutralStatus({
      requestState: request?.state ?? null,
      caseState,
      isPaused: row.pausedOn !== null,
      isTakenBack: request?.isTakenBack ?? false,
    });
    return { mailbox, request, status, caseState, purposes: standing?.purposes ?? [] };
  }
}
