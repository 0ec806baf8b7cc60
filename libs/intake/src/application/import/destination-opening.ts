import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import {
  err,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type PersonId,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { WriteOnlySealing } from '@kinward/vault';
import type { KeptReport } from '../../domain/planning/import-report.js';
import { Inbox } from '../../domain/planning/inbox.js';
import { ImportRepository } from '../../infrastructure/import.repository.js';
import { knownCodesOf, type NamedOrganization, type OpenDestination } from './destination.js';

/** Makes an organisation's inbox ready for a file. */
@Injectable()
export class DestinationOpening {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly sealing: WriteOnlySealing,
    private readonly imports: ImportRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * REFUSED `NO_INTAKE_INBOX` where the organisation has no key to seal to; INTEGRITY.
   * @param fileDigest null for a dry run
   * @param rows of the file; null where they were not counted
   */
  async open(
    organization: NamedOrganization,
    importer: PersonId | null,
    fileDigest: Buffer | null,
    rows: number | null,
  ): Promise<Result<OpenDestination, DomainError>> {
    const scope = { organizationId: organization.id, personId: importer };
    return this.unitOfWork.run(scope, async () => {
      for (const tier of ['T0', 'T1'] as const) {
        const sealer = await this.sealing.sealerFor(organization.id, tier);
        if (sealer.ok) continue;
        return sealer.error.kind === 'NOT_FOUND' ? err(refused('NO_INTAKE_INBOX')) : sealer;
      }
      const { settings, pack } = await this.cases.ground();
      const importId =
        fileDigest === null
          ? null
          : await this.imports.begin(this.ids.next(), fileDigest, this.clock.now(), rows);
      return ok({
        organization,
        pack,
        codes: knownCodesOf(pack),
        today: settings.today,
        importId,
        remembered: importId === null ? new Inbox() : null,
      });
    });
  }

  /** Says that a file was read to its end, and what became of its rows. */
  async close(
    destination: OpenDestination,
    importer: PersonId | null,
    report: KeptReport,
  ): Promise<void> {
    const { importId, organization } = destination;
    if (importId === null) return;
    const scope = { organizationId: organization.id, personId: importer };
    await this.unitOfWork.read(scope, () =>
      this.imports.finish(importId, this.clock.now(), report),
    );
  }
}
