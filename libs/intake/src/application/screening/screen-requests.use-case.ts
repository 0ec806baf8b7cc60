import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import { AssignRequestUseCase } from './assign-request.use-case.js';
import { DeclineRequestUseCase } from './decline-request.use-case.js';
import { ScreeningDesk } from './screening-desk.js';

export interface ScreenRequestsCommand {
  /** Cards, up to {@link MOST_CARDS}; each once. */
  readonly requestIds: readonly string[];
  /** One of the two: refuse them all for a reason, or give them all to a screener. */
  readonly declineReason?: string | null;
  readonly screenerId?: string | null;
  readonly commandKey: string;
}

/** What became of each card, by its id: `DONE`, or why not. */
export type ScreenedRequests = Readonly<Record<string, string>>;

const MOST_CARDS = 50;

/**
 * One decision on many cards. Each card is decided for itself, so one that somebody else has taken stops none of the
 * others; sent twice, it acts once. Errors of the whole: REFUSED `NOT_A_SCREENER`, `REPLAYED_WITH_OTHER_CONTENT`;
 * INVALID_INPUT `requestIds`, `declineReason` (`ONE_OF_TWO`, `UNKNOWN_CODE`), `screenerId`, `commandKey`.
 */
@Injectable()
export class ScreenRequestsUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly decline: DeclineRequestUseCase,
    private readonly assign: AssignRequestUseCase,
    private readonly replay: CommandReplay,
  ) {}

  async execute(
    actor: Actor,
    command: ScreenRequestsCommand,
  ): Promise<Result<ScreenedRequests, DomainError>> {
    const admitted = this.desk.admit(actor);
    if (!admitted.ok) return admitted;
    const { declineReason: reason = null, screenerId = null, commandKey: key } = command;
    const requestIds = [...new Set(command.requestIds)].sort();
    if (requestIds.length === 0 || requestIds.length > MOST_CARDS) {
      return err(invalidInput('requestIds', 'NOT_A_COUNT'));
    }
    if ((reason === null) === (screenerId === null)) {
      return err(invalidInput('declineReason', 'ONE_OF_TWO'));
    }
    const input = { requestIds, reason, screenerId };
    return this.replay.once({ operation: 'screenRequests', key, input }, async () => {
      const outcomes: Record<string, string> = {};
      // In the order of ids, so that two who decide on the same cards wait and do not block each other.
      for (const requestId of requestIds) {
        const decided =
          reason === null
            ? await this.assign.execute(actor, { requestId, screenerId: screenerId ?? '' })
            : await this.decline.execute(actor, { requestId, reason });
        const wrong = decided.ok ? null : objectionOf(decided.error);
        if (wrong !== null && wrong.kind === 'INVALID_INPUT') return err(wrong);
        outcomes[requestId] = decided.ok ? 'DONE' : codeOf(decided.error);
      }
      return ok(outcomes);
    });
  }
}

/** A wrong reason or screener is wrong for every card. */
function objectionOf(error: DomainError): DomainError | null {
  if (error.kind !== 'INVALID_INPUT') return null;
  return error.field === 'reason' ? { ...error, field: 'declineReason' } : error;
}

function codeOf(error: DomainError): string {
  if (error.kind === 'REFUSED') return error.reason;
  return error.kind === 'WRONG_STATE' ? `${error.kind}_${error.state}` : error.kind;
}
