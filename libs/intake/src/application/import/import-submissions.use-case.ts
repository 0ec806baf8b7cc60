import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  refused,
  type DomainError,
  type PersonId,
  type Result,
} from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { ImportReport, type RowOutcome } from '../../domain/planning/import-report.js';
import type { RawSubmission } from '../../domain/reading/raw-submission.js';
import { isConsented, readSubmission } from '../../domain/reading/read-submission.js';
import { submissionsOf } from '../../infrastructure/files/export-file.js';
import { digestOf, type ExportSource } from '../../infrastructure/files/export-source.js';
import { UnreadableFile } from '../../infrastructure/files/unreadable-file.js';
import { SubmissionKeyer } from '../../infrastructure/submission-keyer.js';
import { BatchImport, type BatchRow } from './batch-import.js';
import {
  routeOf,
  type Destinations,
  type NamedOrganization,
  type OpenDestination,
} from './destination.js';
import { DestinationOpening } from './destination-opening.js';

export interface ImportCommand {
  readonly source: ExportSource;
  readonly destinations: Destinations;
  /** Null for the operator. */
  readonly importer: PersonId | null;
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean;
  /** Is told how many rows have been read. */
  readonly onProgress?: (rows: number) => void;
}

export interface Imported {
  readonly report: ImportReport;
  /** One for each organisation that got rows; none for a dry run. */
  readonly importIds: readonly string[];
}

/** Rows of one transaction. */
const BATCH_ROWS = 100;

/** What stands fast before the first row is read. */
interface Reading {
  /** Null for a dry run. */
  readonly digest: Buffer | null;
  /** Null where the file is not counted: only whoever waits before a screen wants to know. */
  readonly rows: number | null;
  readonly lanes: Map<string, Lane>;
  readonly report: ImportReport;
}

interface Lane {
  readonly destination: OpenDestination;
  readonly counts: Record<string, number>;
  /** Of this organisation alone. */
  readonly report: ImportReport;
  rows: BatchRow[];
}

/**
 * Reads an export of the intake form into the inboxes of the organisations it names, sealed while it is read and
 * without anybody's passphrase (decisions 22 and 23). A file that is read again changes nothing; one whose reading was
 * interrupted is gone on with. Errors: INVALID_INPUT `file` with a fault of the file, `organisation` with
 * `ORGANISATION_REQUIRED`; REFUSED `NO_INTAKE_INBOX`; those of sealing. Batches before an error stay.
 */
@Injectable()
export class ImportSubmissionsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opening: DestinationOpening,
    private readonly batches: BatchImport,
    private readonly keyer: SubmissionKeyer,
  ) {}

  async execute(command: ImportCommand): Promise<Result<Imported, DomainError>> {
    try {
      return await this.read(command);
    } catch (error) {
      if (error instanceof UnreadableFile) return err(invalidInput('file', error.fault));
      throw error;
    }
  }

  private async read(command: ImportCommand): Promise<Result<Imported, DomainError>> {
    const { source, dryRun, importer } = command;
    const digest = dryRun ? null : await this.digest(source);
    const rows = digest === null || source.kind !== 'BYTES' ? null : await countOf(source);
    const lanes = new Map<string, Lane>();
    const report = new ImportReport();
    const reading: Reading = { digest, rows, lanes, report };
    for await (const raw of submissionsOf(source)) {
      const taken = await this.take(raw, command, reading);
      if (!taken.ok) return taken;
      if (report.rows % BATCH_ROWS === 0) command.onProgress?.(report.rows);
    }
    for (const lane of lanes.values()) {
      const flushed = await this.flush(lane, importer, report);
      if (!flushed.ok) return flushed;
      await this.opening.close(lane.destination, importer, lane.report.toKeep());
    }
    command.onProgress?.(report.rows);
    const ids = [...lanes.values()].map(({ destination }) => destination.importId);
    return ok({ report, importIds: ids.filter((id) => id !== null) });
  }

  private async digest(source: ExportSource): Promise<Buffer> {
    return digestOf(source, this.keyer.fileKey()).catch(() => {
      throw new UnreadableFile('FILE_NOT_FOUND');
    });
  }

  /** Puts a row into the batch of its organisation. */
  private async take(
    raw: RawSubmission,
    command: ImportCommand,
    reading: Reading,
  ): Promise<Result<void, DomainError>> {
    const { destinations, importer } = command;
    const { report } = reading;
    if (destinations.kind === 'BY_FORM' && !raw.asksForOrganisation) {
      return err(invalidInput('organisation', 'ORGANISATION_REQUIRED'));
    }
    const { organization, misdirected } = routeOf(raw, destinations);
    const consented = isConsented(raw);
    if (organization === null) {
      // Nobody's key could seal it, so it stays in the file and nowhere else.
      report.add(
        raw.index,
        consented && misdirected !== null
          ? { kind: 'TO_CORRECT', ...misdirected }
          : { kind: 'REFUSED', code: 'NO_CONSENT' },
      );
      return ok();
    }
    const lane = await this.laneOf(organization, importer, reading);
    if (!lane.ok) return lane;
    lane.value.rows.push({
      index: raw.index,
      keys: this.keyer.keysOf(raw),
      read: consented ? readSubmission(raw, lane.value.destination.codes, misdirected) : null,
    });
    return lane.value.rows.length < BATCH_ROWS ? ok() : this.flush(lane.value, importer, report);
  }

  private async laneOf(
    organization: NamedOrganization,
    importer: PersonId | null,
    { digest, rows, lanes }: Reading,
  ): Promise<Result<Lane, DomainError>> {
    const standing = lanes.get(organization.id);
    if (standing !== undefined) return ok(standing);
    const destination = await this.opening.open(organization, importer, digest, rows);
    if (!destination.ok) return destination;
    const own = { counts: { rows: 0 }, report: new ImportReport(), rows: [] };
    const lane: Lane = { destination: destination.value, ...own };
    lanes.set(organization.id, lane);
    return ok(lane);
  }

  private async flush(
    lane: Lane,
    importer: PersonId | null,
    report: ImportReport,
  ): Promise<Result<void, DomainError>> {
    const { rows, destination, counts } = lane;
    if (rows.length === 0) return ok();
    lane.rows = [];
    const scope = { organizationId: destination.organization.id, personId: importer };
    const judged = await this.unitOfWork.run(scope, () =>
      this.batches.run(destination, rows, (outcomes) => addedTo(counts, outcomes)),
    );
    if (!judged.ok)
      return judged.error.kind === 'NOT_FOUND' ? err(refused('NO_INTAKE_INBOX')) : judged;
    const outcomes = judged.value.map(({ outcome }) => outcome);
    Object.assign(counts, addedTo(counts, outcomes));
    judged.value.forEach(({ outcome, change }, place) => {
      for (const each of [report, lane.report]) {
        each.add(rows[place]?.index ?? 0, outcome);
        if (change !== null && change.kind !== 'ADD') each.corrected += 1;
      }
    });
    return ok();
  }
}

async function countOf(source: ExportSource): Promise<number> {
  const submissions = submissionsOf(source);
  let rows = 0;
  while ((await submissions.next()).done !== true) rows += 1;
  return rows;
}

function addedTo(
  before: Readonly<Record<string, number>>,
  outcomes: readonly RowOutcome[],
): Record<string, number> {
  const counts: Record<string, number> = { ...before };
  counts.rows = (counts.rows ?? 0) + outcomes.length;
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
