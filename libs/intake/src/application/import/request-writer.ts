import { Inject, Injectable } from '@nestjs/common';
import { ImportedCases, type ImportedCase } from '@kinward/cases';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ClaimedNeeds, type NeedClaims } from '@kinward/needs';
import { ID_GENERATOR } from '@kinward/platform';
import { WriteOnlySealing, type Sealer } from '@kinward/vault';
import type { Change, KnownRequest } from '../../domain/planning/inbox.js';
import type { ReadSubmission } from '../../domain/reading/read-submission.js';
import { InboxRepository, type Revisions } from '../../infrastructure/inbox.repository.js';
import type { OpenDestination } from './destination.js';
import { claimsOf, proposalOf, recordOf, type Sealers } from './request-records.js';

/** The last word of a batch on one request. */
interface Pending {
  readonly request: KnownRequest;
  kept: { readonly isNew: boolean; readonly read: ReadSubmission } | null;
  proposed: ReadSubmission | null;
}

/** Writes what a batch of rows decided: sealed requests, cases in INTAKE, needs in DRAFT, proposals. */
@Injectable()
export class RequestWriter {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly sealing: WriteOnlySealing,
    private readonly cases: ImportedCases,
    private readonly needs: ClaimedNeeds,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** NOT_FOUND without an intake compartment; INTEGRITY; REFUSED `NO_CODENAME_LEFT`. */
  async write(
    destination: OpenDestination,
    changes: readonly Change[],
    revisions: Revisions,
  ): Promise<Result<void, DomainError>> {
    const sealers = await this.sealersOf(destination.organization.id);
    if (!sealers.ok) return sealers;
    const pending = lastWords(changes);
    const opened = await this.openCases(destination, pending);
    if (!opened.ok) return opened;
    const kept = pending.flatMap(({ request, kept: last }) => {
      if (last === null) return [];
      const revision = last.isNew ? 1 : (revisions.get(request.id)?.sealed ?? 1) + 1;
      const record = recordOf(destination, sealers.value, request, last.read, revision);
      return [{ isNew: last.isNew, record }];
    });
    // First, because two requests of one line cannot both wait.
    await this.inbox.supersede(
      changes.flatMap((change) => (change.kind === 'SUPERSEDE' ? change.superseded.id : [])),
    );
    await this.inbox.add(kept.filter(({ isNew }) => isNew).map(({ record }) => record));
    await this.inbox.replace(kept.filter(({ isNew }) => !isNew).map(({ record }) => record));
    await this.inbox.propose(
      pending.flatMap(({ request, proposed }) => {
        if (proposed === null) return [];
        const revision = (revisions.get(request.id)?.proposed ?? 0) + 1;
        return [proposalOf(destination, sealers.value, request, proposed, revision)];
      }),
    );
    await this.inbox.noteWithdrawals(
      changes.filter(({ kind }) => kind === 'NOTE_WITHDRAWAL').map(({ request }) => request.id),
    );
    return ok();
  }

  /** A request that can be read gets its case and its claims; one that has them gets them corrected. */
  private async openCases(
    destination: OpenDestination,
    pending: readonly Pending[],
  ): Promise<Result<void, DomainError>> {
    const cases: ImportedCase[] = [];
    const claims: NeedClaims[] = [];
    for (const { request, kept } of pending) {
      const region = kept?.read.story.region ?? null;
      if (kept === null || kept.read.problem !== null || region === null) continue;
      if (request.state === 'SUPERSEDED') continue;
      if (request.caseId === null) {
        request.caseId = this.ids.next();
        cases.push({ caseId: request.caseId, region });
        claims.push(claimsOf(destination, request.caseId, region, kept.read));
      } else {
        await this.cases.correct(request.caseId, region);
        const claim = claimsOf(destination, request.caseId, region, kept.read);
        await this.needs.correct(claim, destination.today);
      }
    }
    const opened = await this.cases.open(cases);
    if (opened.ok) await this.needs.draft(claims, destination.today);
    return opened;
  }

  private async sealersOf(organizationId: string): Promise<Result<Sealers, DomainError>> {
    const t0 = await this.sealing.sealerFor(organizationId, 'T0');
    if (!t0.ok) return t0;
    const t1: Result<Sealer, DomainError> = await this.sealing.sealerFor(organizationId, 'T1');
    return t1.ok ? ok({ t0: t0.value, t1: t1.value }) : t1;
  }
}

/** Several versions of one request in one batch leave the last one. */
function lastWords(changes: readonly Change[]): Pending[] {
  const byRequest = new Map<string, Pending>();
  for (const change of changes) {
    const { request } = change;
    const pending = byRequest.get(request.id) ?? { request, kept: null, proposed: null };
    byRequest.set(request.id, pending);
    if (change.kind === 'ADD' || change.kind === 'SUPERSEDE') {
      pending.kept = { isNew: true, read: change.read };
    }
    if (change.kind === 'REPLACE') {
      pending.kept = { isNew: pending.kept?.isNew ?? false, read: change.read };
    }
    if (change.kind === 'PROPOSE') pending.proposed = change.read;
  }
  return [...byRequest.values()];
}
