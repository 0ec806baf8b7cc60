import { Inject, Injectable } from '@nestjs/common';
import { AuditHeadQuery } from '@kinward/audit';
import {
  decodeCursor,
  err,
  invalidInput,
  isUuid,
  notFound,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Page,
  type Result,
} from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { AuditTrail, CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { checkSample, type Finding, type SampleOrder } from '../../domain/sample.js';
import {
  sampleKey,
  SampleRepository,
  type Sample,
  type SampleLine,
} from '../../infrastructure/sample.repository.js';

export type { Sample, SampleLine } from '../../infrastructure/sample.repository.js';
export { sampleKey };

/** A draw with its payments. */
export interface OpenSample extends Sample {
  readonly lines: readonly SampleLine[];
}

/** Payments drawn at random for an auditor, and what was found about them (domain.md B 69). */
@Injectable()
export class PaymentSamples {
  constructor(
    private readonly samples: SampleRepository,
    private readonly head: AuditHeadQuery,
    private readonly settings: OrganizationSettingsQuery,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * Draws with the audit trail's present fingerprint as the seed; the draw is an entry itself, so the next seed is
   * another one, and every draw stays on the list. Errors: those of {@link checkSample}; REFUSED with `NOTHING_TO_DRAW`.
   */
  async draw(actor: Actor, order: SampleOrder): Promise<Result<string, DomainError>> {
    const { today } = await this.settings.own();
    const checked = checkSample(order, today);
    if (!checked.ok) return checked;
    const population = await this.samples.population(order);
    if (population === 0) return err(refused('NOTHING_TO_DRAW'));
    const { hash: seed, entries: auditEntries } = await this.head.own();
    const id = this.ids.next();
    const by = { by: actor.personId, at: this.clock.now() };
    await this.samples.draw(id, order, { population, seed, auditEntries, ...by });
    this.record('PAYMENT_SAMPLE_DRAWN', id);
    return ok(id);
  }

  /** Draws, newest first. Errors: an invalid cursor. */
  async page(request: {
    readonly first: number;
    readonly after?: string | null;
  }): Promise<Result<Page<Sample>, DomainError>> {
    const after = request.after == null ? null : readCursor(request.after);
    if (request.after != null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    return ok(await this.samples.page(request.first, after));
  }

  /** One draw with its payments. NOT_FOUND. */
  async open(sampleId: string): Promise<Result<OpenSample, DomainError>> {
    if (!isUuid(sampleId)) return err(notFound());
    const { rows } = await this.samples.page(1, null, sampleId);
    const [sample] = rows;
    if (sample === undefined) return err(notFound());
    return ok({ ...sample, lines: await this.samples.lines(sampleId) });
  }

  /** Notes what was found about one payment; null takes it back. NOT_FOUND for a payment that was not drawn. */
  async note(
    { personId }: Actor,
    line: { readonly sampleId: string; readonly payoutId: string },
    finding: Finding | null,
  ): Promise<Result<void, DomainError>> {
    if (!isUuid(line.sampleId) || !isUuid(line.payoutId)) return err(notFound());
    const isNoted = await this.samples.note(line, finding, { personId, at: this.clock.now() });
    if (!isNoted) return err(notFound());
    this.record('PAYMENT_FINDING_NOTED', line.payoutId, finding ?? 'TAKEN_BACK');
    return ok();
  }

  private record(action: string, subjectId: string, reason?: string): void {
    const subjectKind = reason === undefined ? 'PAYMENT_SAMPLE' : 'DISBURSEMENT';
    this.audit.record({
      action,
      subjectKind,
      subjectId,
      ...(reason === undefined ? {} : { reason }),
    });
  }
}

function readCursor(cursor: string): { at: string; id: string } | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return null;
  return typeof id === 'string' && isUuid(id) ? { at, id } : null;
}
