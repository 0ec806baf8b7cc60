import { Injectable } from '@nestjs/common';
import { err, invalidInput, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { UploadStore } from '../../infrastructure/upload-store.js';
import { ImportSubmissionsUseCase, type Imported } from './import-submissions.use-case.js';

export interface ImportUploadCommand {
  /** Reference of the upload. */
  readonly file: string;
  readonly dryRun?: boolean;
}

/**
 * Imports an upload into the inbox of the uploader's organisation; a row that names another one is to be corrected.
 * Errors: INVALID_INPUT `file` with `MISSING`, `TOO_LARGE` or a fault of the file; those of the import.
 */
@Injectable()
export class ImportUploadUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: OrganizationSettingsQuery,
    private readonly uploads: UploadStore,
    private readonly submissions: ImportSubmissionsUseCase,
  ) {}

  async execute(
    actor: Actor,
    { file, dryRun = false }: ImportUploadCommand,
  ): Promise<Result<Imported, DomainError>> {
    const upload = this.uploads.find(file);
    if (upload === null) return err(invalidInput('file', 'MISSING'));
    if (upload === 'TOO_LARGE') return err(invalidInput('file', 'TOO_LARGE'));
    // In a unit of its own: the request's own one would keep a connection for as long as the file is read.
    const { code } = await this.unitOfWork.read(actor, () => this.settings.own());
    return this.uploads.during(file, () =>
      this.submissions.execute({
        source: { kind: 'BYTES', bytes: upload },
        destinations: { kind: 'NAMED', organization: { id: actor.organizationId, code } },
        importer: actor.personId,
        dryRun,
      }),
    );
  }
}
