import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import type { ChangedNeed } from './changed-need.js';
import { RecordNeedUseCase, type RecordNeedCommand } from './record-need.use-case.js';

export interface RecordNeedOnceCommand extends RecordNeedCommand {
  /** A UUID of the caller's own; with the same one nothing is recorded twice. */
  readonly commandKey?: string | null;
}

/**
 * Records a need for somebody at a form: one that was lost on the way may be sent again. Errors: as
 * {@link RecordNeedUseCase}; INVALID_INPUT `input.commandKey`; REFUSED `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class RecordNeedOnceUseCase {
  constructor(
    private readonly recording: RecordNeedUseCase,
    private readonly replay: CommandReplay,
  ) {}

  async execute(
    actor: Actor,
    command: RecordNeedOnceCommand,
  ): Promise<Result<ChangedNeed, DomainError>> {
    const { commandKey, ...input } = command;
    if (commandKey == null) return this.recording.execute(actor, input);
    return this.replay.once({ operation: 'recordNeed', key: commandKey, input }, async () => {
      const recorded = await this.recording.execute(actor, input);
      return recorded.ok ? ok({ ...recorded.value }) : recorded;
    });
  }
}
