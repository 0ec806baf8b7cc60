import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { CommandReplay, type Actor } from '@kinward/platform';
import { OwnDrafts } from '@kinward/vault';
import type { OpenCaseCommand, OpenedCase } from './open-case.command.js';
import { OpenCaseUseCase } from './open-case.use-case.js';

export interface OpenCaseOnceCommand extends OpenCaseCommand {
  /** A UUID of the caller's own; with the same one nothing is opened twice. */
  readonly commandKey?: string | null;
}

/**
 * Opens a case for somebody at a form: one that was lost on the way may be sent again, and the draft of the form goes.
 * Errors: as {@link OpenCaseUseCase}; INVALID_INPUT `input.commandKey`; REFUSED `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class OpenCaseOnceUseCase {
  constructor(
    private readonly opening: OpenCaseUseCase,
    private readonly replay: CommandReplay,
    private readonly drafts: OwnDrafts,
  ) {}

  async execute(
    actor: Actor,
    command: OpenCaseOnceCommand,
  ): Promise<Result<OpenedCase, DomainError>> {
    const { commandKey, ...input } = command;
    const open = async (): Promise<Result<{ caseId: string; codename: string }, DomainError>> => {
      const opened = await this.opening.execute(actor, input);
      if (!opened.ok) return opened;
      await this.drafts.finish({ kind: 'OPEN_CASE', subjectId: null });
      return ok({ ...opened.value });
    };
    if (commandKey == null) return open();
    return this.replay.once({ operation: 'openCase', key: commandKey, input }, open);
  }
}
