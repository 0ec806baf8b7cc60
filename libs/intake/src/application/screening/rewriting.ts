import { Injectable } from '@nestjs/common';
import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { FieldPath } from '../../domain/form/form-fields.js';
import type { IntakeState } from '../../domain/intake-states.js';
import { TEXT_WARNINGS } from '../../domain/reading/neutral-text.js';
import { readSubmission, type ReadSubmission } from '../../domain/reading/read-submission.js';
import { rawOf, type RequestContents } from '../../domain/screening/answers.js';
import type { IntakeRequestRow } from '../../infrastructure/intake-request.entity.js';
import { ScreeningRepository } from '../../infrastructure/screening.repository.js';
import { routeOf } from '../import/destination.js';
import { RequestWriter } from '../import/request-writer.js';
import { ScreeningGround } from './screening-ground.js';

/** Texts by the form's path; an empty one takes the answer away. */
export type AnswerChanges = Readonly<Partial<Record<FieldPath, string>>>;

/** Reads and writes a request that a screener changed by the rules by which a file is read (decision 23). */
@Injectable()
export class Rewriting {
  constructor(
    private readonly ground: ScreeningGround,
    private readonly writer: RequestWriter,
    private readonly requests: ScreeningRepository,
  ) {}

  /** The request with its changes, judged as a row of a file. */
  async read(
    actor: Actor,
    row: IntakeRequestRow,
    contents: RequestContents,
    changes: AnswerChanges,
  ): Promise<ReadSubmission> {
    const { organization, codes } = await this.ground.destination(actor);
    const raw = rawOf(contents, changes);
    const { misdirected } = routeOf(raw, { kind: 'NAMED', organization });
    const read = readSubmission(raw, codes, misdirected);
    // What was taken out of a text before is not found in it again.
    const found = [...row.warnings, ...read.warnings];
    return { ...read, warnings: TEXT_WARNINGS.filter((warning) => found.includes(warning)) };
  }

  /**
   * Puts a version that was read in the place of the present one, and brings case and claims to what it says; gives the
   * row as it is then. INVALID_INPUT with the path of an answer that still cannot be used; errors of sealing.
   * @param fresh gives the request a case of its own again, under a new codename
   */
  async write(
    actor: Actor,
    row: IntakeRequestRow,
    read: ReadSubmission,
    { state, fresh = false }: { readonly state: IntakeState; readonly fresh?: boolean },
  ): Promise<Result<IntakeRequestRow, DomainError>> {
    const { problem } = read;
    if (problem !== null && state !== 'TO_CORRECT') {
      return err(invalidInput(problem.field, problem.code));
    }
    const request = {
      id: row.id,
      state,
      submissionKey: row.submissionKey.toString('hex'),
      rootKey: row.rootKey.toString('hex'),
      caseId: fresh ? null : row.caseId,
      proposedProblem: row.proposedProblem,
      supersedes: row.supersedes,
    };
    const written = await this.writer.write(
      await this.ground.destination(actor),
      [{ kind: 'REPLACE', request, read }],
      new Map([[row.id, { sealed: row.sealedRevision, proposed: row.proposedRevision }]]),
    );
    if (!written.ok) return written;
    const now = await this.requests.lock(row.id);
    if (now === null) throw new Error('a request that is locked is gone');
    return ok(now);
  }
}
