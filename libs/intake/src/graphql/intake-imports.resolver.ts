import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, toConnection, type Connection, type RequestContext } from '@kinward/platform';
import {
  importKey,
  IntakeImportsQuery,
  type ImportLine,
} from '../application/import/intake-imports.query.js';
import {
  IntakeImport,
  IntakeImportConnection,
  IntakeImportInput,
  IntakeImportResult,
  IntakeImportsInput,
  IntakeImportWithRows,
} from './intake-imports.type.js';

/** Exports that were read: how far, and what became of their rows. */
@Resolver()
export class IntakeImportsResolver {
  constructor(private readonly imports: IntakeImportsQuery) {}

  @Allow('intakeImports')
  @Query(() => IntakeImportConnection, { description: 'Exports that were read, newest first.' })
  async intakeImports(
    @Args('input') input: IntakeImportsInput,
  ): Promise<Result<Connection<ImportLine>, DomainError>> {
    const page = await this.imports.page(input);
    return page.ok ? ok(toConnection(page.value, importKey)) : page;
  }

  @Allow('intakeImport')
  @Query(() => IntakeImportResult, { description: 'One export, while it is read and afterwards.' })
  async intakeImport(
    @Args('input') { importId }: IntakeImportInput,
  ): Promise<Result<IntakeImportWithRows, DomainError>> {
    const found = await this.imports.one(importId);
    if (!found.ok) return found;
    const { report, ...line } = found.value;
    const rows = {
      corrected: report?.corrected ?? null,
      rowsToCorrect: (report?.toCorrect ?? []).map(({ index, ...why }) => ({ row: index, ...why })),
      duplicateRows: report?.duplicates ?? [],
      warnings: (report?.warnings ?? []).map(({ index, codes }) => ({ row: index, codes })),
    };
    return ok(Object.assign(new IntakeImportWithRows(), line, rows));
  }
}

/** Who began a reading. */
@Resolver(() => IntakeImport)
export class ImportStarterResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  startedBy(
    @Parent() { startedById }: ImportLine,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> | null {
    return startedById === null ? null : this.people.load(context, startedById);
  }
}

/** The same of the one that is looked at; fields are not inherited by types that extend another. */
@Resolver(() => IntakeImportWithRows)
export class OpenedImportStarterResolver extends ImportStarterResolver {}
