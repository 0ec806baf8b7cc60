import { Injectable } from '@nestjs/common';
import { err, invalidInput, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { FieldPath } from '../../domain/form/form-fields.js';
import { isFieldPath } from '../../domain/screening/answers.js';
import { RequestOpener } from './request-opener.js';
import { Rewriting } from './rewriting.js';
import { ScreeningDesk, type ChangedRequest, type RequestReference } from './screening-desk.js';

export interface CorrectRequestCommand extends RequestReference {
  /** Path of the form and the right answer; an empty one takes the answer away. */
  readonly answers: readonly { readonly path: string; readonly text: string }[];
}

/** More than any answer has, in characters. */
const MOST_CHARACTERS = 10_000;
/** Given once by the family and by nobody else. */
const CONSENT = 'consent/given';

/**
 * Gives a request that could not be read the answer that was missing or wrong; it then has a case and drafts like any
 * other (decision 23). Errors: REFUSED `NOT_A_SCREENER`, `NO_INTAKE_KEY`; NOT_FOUND; STALE_VERSION; WRONG_STATE;
 * INVALID_INPUT with the path of an unknown question, or of an answer that still cannot be used; INTEGRITY.
 */
@Injectable()
export class CorrectRequestUseCase {
  constructor(
    private readonly desk: ScreeningDesk,
    private readonly opener: RequestOpener,
    private readonly rewriting: Rewriting,
  ) {}

  async execute(
    actor: Actor,
    command: CorrectRequestCommand,
  ): Promise<Result<ChangedRequest, DomainError>> {
    const changes = checkAnswers(command.answers);
    if (!changes.ok) return changes;
    const begun = await this.desk.begin(actor, command, 'CORRECT');
    if (!begun.ok) return begun;
    const row = begun.value;
    const keys = await this.opener.inboxKeys(actor);
    if (!keys.ok) return keys;
    const said = this.opener.contents(keys.value, row);
    if (!said.ok) return said;
    if (said.value === null) return err(notFound());
    const read = await this.rewriting.read(actor, row, said.value, changes.value);
    const written = await this.rewriting.write(actor, row, read, { state: 'INBOX' });
    if (!written.ok) return written;
    const change = { receivedOn: row.receivedOn, answerDueOn: null, decisionReason: null };
    return ok(await this.desk.finish(written.value, change, 'REQUEST_CORRECTED', row.problemCode));
  }
}

function checkAnswers(
  answers: CorrectRequestCommand['answers'],
): Result<Partial<Record<FieldPath, string>>, DomainError> {
  const changes: Partial<Record<FieldPath, string>> = {};
  for (const { path, text } of answers) {
    if (!isFieldPath(path) || path === CONSENT) return err(invalidInput('path', 'UNKNOWN_CODE'));
    if (text.length > MOST_CHARACTERS) return err(invalidInput(path, 'TOO_LONG'));
    changes[path] = text;
  }
  return ok(changes);
}
