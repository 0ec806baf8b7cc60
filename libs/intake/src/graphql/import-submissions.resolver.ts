import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { ImportUploadUseCase } from '../application/import/import-upload.use-case.js';
import {
  ImportSubmissionsInput,
  ImportSubmissionsResult,
  SubmissionsImported,
} from './import-submissions.type.js';

/** Field files that somebody of the desk uploads. */
@Resolver()
export class ImportSubmissionsResolver {
  constructor(private readonly upload: ImportUploadUseCase) {}

  @Allow('importSubmissions')
  @Mutation(() => ImportSubmissionsResult, {
    description: 'Reads a field file into the inbox, sealed as it is read. Needs no key.',
  })
  async importSubmissions(
    @CurrentActor() actor: Actor,
    @Args('input') input: ImportSubmissionsInput,
  ): Promise<Result<SubmissionsImported, DomainError>> {
    const imported = await this.upload.execute(actor, input);
    if (!imported.ok) return imported;
    const { report, importIds } = imported.value;
    return ok(
      Object.assign(new SubmissionsImported(), {
        importId: importIds[0] ?? null,
        rows: report.rows,
        accepted: report.accepted,
        corrected: report.corrected,
        duplicates: report.duplicates,
        toCorrect: report.toCorrect.map(({ index, field, code }) => ({ row: index, field, code })),
        refused: report.refused,
        warnings: report.warnings.map(({ index, codes }) => ({ row: index, codes: [...codes] })),
      }),
    );
  }
}
