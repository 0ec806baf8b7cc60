import { Args, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Public } from '@kinward/platform';
import { MySpendingQuery } from '../application/donors/my-spending.query.js';
import { MySpending, MySpendingInput, MySpendingResult } from './donor-report.type.js';

/** What a donor's own gifts did, in sums. */
@Resolver()
export class DonorReportResolver {
  constructor(private readonly spending: MySpendingQuery) {}

  @Public('the token of the private link is the key')
  @Query(() => MySpendingResult, { description: 'What my gifts did, by group of needs.' })
  async mySpending(
    @Args('input') input: MySpendingInput,
  ): Promise<Result<MySpending, DomainError>> {
    const result = await this.spending.read(input.token, input.year ?? null);
    return result.ok ? ok(new MySpending(result.value)) : result;
  }
}
