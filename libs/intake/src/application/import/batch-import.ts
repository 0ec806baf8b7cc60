import { Inject, Injectable } from '@nestjs/common';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { AuditTrail, ID_GENERATOR, Outbox } from '@kinward/platform';
import type { RowOutcome } from '../../domain/planning/import-report.js';
import {
  contentsOf,
  Inbox,
  judge,
  judgeRefused,
  type SubmissionKeys,
  type Verdict,
} from '../../domain/planning/inbox.js';
import type { ReadSubmission } from '../../domain/reading/read-submission.js';
import { ImportRepository } from '../../infrastructure/import.repository.js';
import { InboxRepository } from '../../infrastructure/inbox.repository.js';
import type { OpenDestination } from './destination.js';
import { RequestWriter } from './request-writer.js';

/** One row that is for the organisation of the batch. */
export interface BatchRow {
  readonly index: number;
  readonly keys: SubmissionKeys;
  /** Null for a row without consent, of which nothing is kept. */
  readonly read: ReadSubmission | null;
}

/** Takes up to a hundred rows into one inbox, all of them or none, in the present unit of work. */
@Injectable()
export class BatchImport {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly imports: ImportRepository,
    private readonly writer: RequestWriter,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * What became of each row, in order. Errors: those of sealing.
   * @param counts of all rows before and with this batch are asked for after the batch was judged
   */
  async run(
    destination: OpenDestination,
    rows: readonly BatchRow[],
    counts: (outcomes: readonly RowOutcome[]) => Readonly<Record<string, number>>,
  ): Promise<Result<readonly Verdict[], DomainError>> {
    const { importId, remembered } = destination;
    const inbox = remembered ?? new Inbox();
    if (importId !== null) await this.inbox.lock();
    const keys = rows.map((row) => row.keys);
    const revisions = await this.inbox.load(inbox, keys, importId);
    const verdicts = rows.map((row) =>
      row.read === null
        ? judgeRefused(inbox, row.keys)
        : judge(inbox, row.index, row.keys, row.read, () => this.ids.next()),
    );
    if (importId === null) return ok(verdicts);
    const changes = verdicts.flatMap(({ change }) => change ?? []);
    const written = await this.writer.write(destination, changes, revisions);
    if (!written.ok) return written;
    await this.inbox.receive(importId, receiptsOf(rows, verdicts));
    const numbers = counts(verdicts.map(({ outcome }) => outcome));
    await this.imports.progress(importId, numbers.rows ?? 0, numbers);
    this.audit.record({
      action: 'REQUESTS_IMPORTED',
      subjectKind: 'INTAKE_IMPORT',
      subjectId: importId,
    });
    if (changes.length > 0)
      await this.outbox.publish({ topic: 'intake.arrived', ids: { importId } });
    return ok(verdicts);
  }
}

function receiptsOf(rows: readonly BatchRow[], verdicts: readonly Verdict[]) {
  return rows.flatMap(({ index, keys }, place) => {
    const receipt = verdicts[place]?.receipt ?? null;
    if (receipt === null) return [];
    return contentsOf(keys).map((content) => ({
      content_key: content,
      request_id: receipt.requestId,
      import_row: index,
      is_repeat: receipt.isRepeat,
    }));
  });
}
