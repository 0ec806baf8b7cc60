import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { checkOptionalText, NOTE_LENGTH } from '../../domain/family-checks.js';
import { recordStatus, type StatusEntry } from '../../domain/prisoner-status.js';
import type { StatusStory } from '../../domain/sealed-contents.js';
import { channelEventAfter } from '../../domain/status-consequence.js';
import { ChannelTrustRepository } from '../../infrastructure/channel-trust.repository.js';
import type { LockedCase } from '../case-access.js';
import { FamilyWriter } from '../family-writer.js';
import type { OpenFamily } from '../family-work.js';

export interface StatusClaim {
  readonly code: string;
  readonly since: string;
  readonly note?: string | null;
}

/** A checked line with what came before it. */
export interface NextStatus {
  readonly history: readonly StatusEntry[];
  readonly story: StatusStory;
}

/**
 * Checks a claim against the history it would end. Errors as of `recordStatus`, with `path` before the field's
 * name, and the note's own.
 */
export function checkStatus(
  path: string,
  claim: StatusClaim,
  history: readonly StatusEntry[],
  { pack, settings }: LockedCase,
): Result<NextStatus, DomainError> {
  const note = checkOptionalText(`${path}note`, claim.note, NOTE_LENGTH);
  if (!note.ok) return note;
  const { code, since } = claim;
  const recorded = recordStatus({
    history,
    entry: { code, since },
    meanings: pack.custodyStatuses,
    today: settings.today,
  });
  if (recorded.ok) return ok({ history, story: { code, since, note: note.value } });
  const { error } = recorded;
  return error.kind === 'INVALID_INPUT'
    ? err(invalidInput(`${path}${error.field}`, error.reason))
    : recorded;
}

/** Writes a line of a history together with what follows from it. */
@Injectable()
export class StatusRecorder {
  constructor(
    private readonly writer: FamilyWriter,
    private readonly channels: ChannelTrustRepository,
  ) {}

  /**
   * Being taken or let out makes every trusted channel of the case doubtful in the same unit: whoever holds the
   * phone now is not known (domain.md C2). Which of the two it was stays sealed; the news only says that trust fell.
   */
  async record(
    { keys, pack, row }: OpenFamily,
    prisonerId: string,
    { history, story }: NextStatus,
  ): Promise<{ statusId: string; hasTrustFallen: boolean }> {
    const statusId = await this.writer.addStatus(keys, prisonerId, story);
    const event = channelEventAfter(history, story.code, pack.custodyStatuses);
    const changed = event === null ? 0 : await this.channels.reset(row.id, event);
    return { statusId, hasTrustFallen: changed > 0 };
  }
}
