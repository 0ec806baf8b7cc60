import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, MoneyType, type Actor } from '@kinward/platform';
import { NeedTaxonomyQuery } from '../application/need-taxonomy.query.js';
import { RecurringNeedsQuery } from '../application/recurring-needs.query.js';
import {
  StartRecurringNeedUseCase,
  type ChangedRecurrence,
} from '../application/start-recurring-need.use-case.js';
import { StopRecurringNeedUseCase } from '../application/stop-recurring-need.use-case.js';
import {
  NeedTaxonomyInput,
  RecurringNeedsInput,
  StartRecurringNeedInput,
  StopRecurringNeedInput,
} from './need.input.js';
import {
  NeedTaxonomy,
  RecurringNeedChanged,
  RecurringNeedChangedResult,
  RecurringNeeds,
  RecurringNeedsResult,
} from './need.type.js';

type Answer = Promise<Result<RecurringNeedChanged, DomainError>>;

/** Templates of needs, and the table of the kinds of needs they are made of. */
@Resolver()
export class RecurringNeedsResolver {
  constructor(
    private readonly starting: StartRecurringNeedUseCase,
    private readonly stopping: StopRecurringNeedUseCase,
    private readonly templates: RecurringNeedsQuery,
    private readonly taxonomy: NeedTaxonomyQuery,
  ) {}

  @Allow('startRecurringNeed')
  @Mutation(() => RecurringNeedChangedResult, { description: 'A need for every period.' })
  startRecurringNeed(
    @CurrentActor() actor: Actor,
    @Args('input') input: StartRecurringNeedInput,
  ): Answer {
    return changed(this.starting.execute(actor, input));
  }

  @Allow('stopRecurringNeed')
  @Mutation(() => RecurringNeedChangedResult, { description: 'Needs that were made stay.' })
  stopRecurringNeed(
    @CurrentActor() actor: Actor,
    @Args('input') input: StopRecurringNeedInput,
  ): Answer {
    return changed(this.stopping.execute(actor, input));
  }

  @Allow('recurringNeeds')
  @Query(() => RecurringNeedsResult, { description: 'The templates of one case.' })
  async recurringNeeds(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecurringNeedsInput,
  ): Promise<Result<RecurringNeeds, DomainError>> {
    const rows = await this.templates.ofCase(actor, input.caseId);
    if (!rows.ok) return rows;
    const shown = rows.value.map((row) => ({ ...row, amount: new MoneyType(row.amountMinor) }));
    return ok(new RecurringNeeds(shown));
  }

  @Allow('needTaxonomy')
  @Query(() => NeedTaxonomy, { description: 'The kinds of needs of my organisation’s country.' })
  needTaxonomy(@Args('input') input: NeedTaxonomyInput): Promise<NeedTaxonomy> {
    return this.taxonomy.inLanguage(input.language);
  }
}

async function changed(work: Promise<Result<ChangedRecurrence, DomainError>>): Answer {
  const result = await work;
  return result.ok ? ok(new RecurringNeedChanged(result.value)) : result;
}
