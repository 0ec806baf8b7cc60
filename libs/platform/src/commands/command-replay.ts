import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  isUuid,
  ok,
  refused,
  type Clock,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import type { ServerKeys } from '../config/server-keys.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { defineReasonTexts } from '../graphql/reason-texts.js';
import { CLOCK, SERVER_KEYS } from '../time/tokens.js';

defineReasonTexts({
  REPLAYED_WITH_OTHER_CONTENT:
    'This command was sent before with other content. Read what it did, then send a new one.',
});

export interface ReplayableCommand {
  readonly operation: string;
  /** A UUID made by the caller before it first sends the command, and kept for every repetition. */
  readonly key: string;
  /** Everything that decides what the command does; plain data. */
  readonly input: unknown;
}

/** What is stored of an answer: plain data without anything personal. */
export type PlainAnswer = Readonly<Record<string, string | number | boolean | null>>;

/**
 * A command that arrives twice (a lost answer, an impatient finger) acts once: the second time it
 * gets the first answer, and with other content under the same key it is refused (security.md tests D8).
 * The receipt commits with the act, so a command that failed or was refused may be sent again.
 */
@Injectable()
export class CommandReplay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(SERVER_KEYS) private readonly keys: ServerKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` unless this command has been done. Errors of its own: INVALID_INPUT `input.commandKey`,
   * REFUSED `REPLAYED_WITH_OTHER_CONTENT`. Two at once wait for each other at the receipt's key.
   */
  async once<T extends PlainAnswer>(
    command: ReplayableCommand,
    work: () => Promise<Result<T, DomainError>>,
  ): Promise<Result<T, DomainError>> {
    if (!isUuid(command.key)) return err(invalidInput('input.commandKey', 'NOT_A_UUID'));
    const { organizationId, personId } = this.unitOfWork.scope();
    const place = [organizationId, command.operation, command.key];
    const mac = this.macOf(personId, command.input);
    const taken = await this.unitOfWork.execute(
      `INSERT INTO command_receipt (organization_id, operation, key, person_id, input_mac, made_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [...place, personId, mac, this.clock.now()],
    );
    if (taken === 0) return this.replay<T>(place, mac);
    const result = await work();
    if (!result.ok) return result;
    await this.unitOfWork.execute(
      `UPDATE command_receipt SET answer = $4 WHERE organization_id = $1 AND operation = $2 AND key = $3`,
      [...place, JSON.stringify(result.value)],
    );
    return result;
  }

  private async replay<T extends PlainAnswer>(
    place: readonly unknown[],
    mac: Buffer,
  ): Promise<Result<T, DomainError>> {
    const [receipt] = await this.unitOfWork.query<{ input_mac: Buffer; answer: T }>(
      `SELECT input_mac, answer FROM command_receipt
       WHERE organization_id = $1 AND operation = $2 AND key = $3`,
      place,
    );
    if (receipt === undefined || !receipt.input_mac.equals(mac)) {
      return err(refused('REPLAYED_WITH_OTHER_CONTENT'));
    }
    return ok(receipt.answer);
  }

  /** The sender belongs to the content: nobody reads another person's answer by guessing a key. */
  private macOf(personId: string | null, input: unknown): Buffer {
    return createHmac('sha256', this.keys.lookup)
      .update('command-replay\0')
      .update(canonicalJson({ personId, input }))
      .digest();
  }
}

/** JSON with sorted keys; absent and null are the same. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'bigint') return part.toString();
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    const entries = Object.entries(part).filter(([, entry]) => entry != null);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
