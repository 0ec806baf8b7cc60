import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import {
  err,
  invalidInput,
  refused,
  ok,
  type DomainError,
  type IdGenerator,
  type OrganizationId,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR } from '@kinward/platform';
import type { FieldPath } from '../../domain/form/form-fields.js';
import type { KnownRequest } from '../../domain/planning/inbox.js';
import type { RawSubmission } from '../../domain/reading/raw-submission.js';
import { isConsented, readSubmission } from '../../domain/reading/read-submission.js';
import { InboxRepository } from '../../infrastructure/inbox.repository.js';
import { SubmissionKeyer } from '../../infrastructure/submission-keyer.js';
import { RequestWriter } from '../import/request-writer.js';
import { knownCodesOf } from '../import/destination.js';
import { RequestEnding, type RequestStanding } from './request-ending.js';

export interface TakenRequest {
  readonly requestId: string;
  /** Null where a value has to be corrected first. */
  readonly caseId: string | null;
}

/**
 * What a family does with a request of its own through its door: the same inbox, the same rules and the same keys as for
 * a file (ADR 17), without anybody of the desk. In the present unit, of the organisation that the door belongs to.
 */
@Injectable()
export class FamilyRequests {
  constructor(
    private readonly cases: CaseAccess,
    private readonly keyer: SubmissionKeyer,
    private readonly writer: RequestWriter,
    private readonly ending: RequestEnding,
    private readonly inbox: InboxRepository,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** INVALID_INPUT `consent` without a yes; REFUSED `NO_INTAKE_INBOX` where nothing can be sealed; INTEGRITY. */
  async take(
    organizationId: OrganizationId,
    answers: ReadonlyMap<FieldPath, string>,
  ): Promise<Result<TakenRequest, DomainError>> {
    const { pack, settings } = await this.cases.ground();
    const codes = knownCodesOf(pack);
    const id = this.ids.next();
    const raw: RawSubmission = {
      index: 0,
      uuid: this.ids.next(),
      rootUuid: null,
      submittedAt: settings.today,
      asksForOrganisation: false,
      answers,
      members: null,
      others: {},
    };
    if (!isConsented(raw)) return err(invalidInput('consent', 'REQUIRED'));
    const read = readSubmission(raw, codes);
    const keys = this.keyer.keysOf(raw);
    const request: KnownRequest = {
      id,
      state: read.problem === null ? 'INBOX' : 'TO_CORRECT',
      submissionKey: keys.submission,
      rootKey: keys.root,
      caseId: null,
      proposedProblem: null,
      supersedes: null,
    };
    const { today, code } = settings;
    await this.inbox.lock();
    const written = await this.writer.write(
      {
        organization: { id: organizationId, code },
        pack,
        codes,
        today,
        importId: null,
        remembered: null,
        source: 'FAMILY',
      },
      [{ kind: 'ADD', request, read }],
      new Map(),
    );
    if (!written.ok) {
      return written.error.kind === 'NOT_FOUND' ? err(refused('NO_INTAKE_INBOX')) : written;
    }
    await this.ending.tell('REQUEST_ARRIVED', id);
    return ok({ requestId: id, caseId: request.caseId });
  }

  /** Null where there is none. */
  standing(requestId: string): Promise<RequestStanding | null> {
    return this.ending.standing(requestId);
  }

  /** Keeps the words of a refused request until the appeal has been read. False when it is too late. */
  holdForAppeal(requestId: string, today: string): Promise<boolean> {
    return this.ending.holdForAppeal(requestId, today);
  }

  /** Ends a request that nobody has decided on; its words are destroyed at once. False where it is past that. */
  takeBack(requestId: string, today: string): Promise<Result<boolean, DomainError>> {
    return this.ending.takeBack(requestId, today);
  }
}
