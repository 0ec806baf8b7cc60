import { Args, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { FundReportFileQuery } from '../application/fund-report-file.query.js';
import { GrantProgressQuery } from '../application/grant-progress.query.js';
import {
  FundReportFile,
  FundReportFileInput,
  FundReportFileResult,
} from './fund-report-file.type.js';
import { GrantProgress } from './grant-progress.type.js';

/** What funders follow their grants with. */
@Resolver()
export class GrantProgressResolver {
  constructor(
    private readonly progress: GrantProgressQuery,
    private readonly files: FundReportFileQuery,
  ) {}

  @Allow('grantProgress')
  @Query(() => [GrantProgress], {
    description: 'Lines, pace and alarm; for a foundation manager the own grants.',
  })
  async grantProgress(@CurrentActor() actor: Actor): Promise<GrantProgress[]> {
    return (await this.progress.list(actor)).map((one) => GrantProgress.of(one));
  }

  @Allow('fundReportFile')
  @Query(() => FundReportFileResult, { description: 'The report of a fund as PDF or CSV.' })
  async fundReportFile(
    @CurrentActor() actor: Actor,
    @Args('input') input: FundReportFileInput,
  ): Promise<Result<FundReportFile, DomainError>> {
    const file = await this.files.read(actor, input);
    if (!file.ok) return file;
    const { name, mediaType, bytes } = file.value;
    const content = bytes.toString('base64');
    return ok(
      Object.assign(new FundReportFile(), { name, mediaType, bytes: bytes.length, content }),
    );
  }
}
