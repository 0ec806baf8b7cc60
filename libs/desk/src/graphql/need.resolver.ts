import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery } from '@kinward/identity';
import { ok, type Clock, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CLOCK, CurrentActor, type Actor } from '@kinward/platform';
import { assembleNeed, peopleOfNeed } from '../application/need-detail.assembler.js';
import { NeedDetailQuery } from '../application/need-detail.query.js';
import { NeedOutlookQuery } from '../application/need-outlook.query.js';
import { NeedViews } from '../application/need-views.js';
import { Need, NeedDetailInput, NeedResult } from './need-detail.type.js';
import { NeedOutlookInput, NeedOutlookResult, NeedOutlookType } from './need-outlook.type.js';
import {
  ChooseNeedViewInput,
  DeleteNeedViewInput,
  NeedView,
  NeedViewChosen,
  NeedViewChosenResult,
  NeedViewDeleted,
  NeedViewDeletedResult,
  NeedViewResult,
  SaveNeedViewInput,
} from './need-view.type.js';

/** One need, and how people like to look at all of them. */
@Resolver()
export class NeedResolver {
  constructor(
    private readonly details: NeedDetailQuery,
    private readonly outlooks: NeedOutlookQuery,
    private readonly views: NeedViews,
    private readonly people: PeopleQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Allow('need')
  @Query(() => NeedResult, { description: 'One need, as far as my role and my keys reach.' })
  async need(
    @CurrentActor() actor: Actor,
    @Args('input') input: NeedDetailInput,
  ): Promise<Result<Need, DomainError>> {
    const view = await this.details.find(actor, input.needId);
    if (!view.ok) return view;
    const people = await this.people.byIds(peopleOfNeed(view.value));
    const need = assembleNeed(view.value, people, actor, this.clock.now());
    return ok(Object.assign(new Need(), need));
  }

  @Allow('needOutlook')
  @Query(() => NeedOutlookResult, { description: 'Its place, and what would change it.' })
  async needOutlook(
    @CurrentActor() actor: Actor,
    @Args('input') input: NeedOutlookInput,
  ): Promise<Result<NeedOutlookType, DomainError>> {
    const outlook = await this.outlooks.find(actor, input.needId);
    return outlook.ok ? ok(new NeedOutlookType(input.needId, outlook.value)) : outlook;
  }

  @Allow('needViews')
  @Query(() => [NeedView], { description: 'My stored filters of the queue.' })
  async needViews(@CurrentActor() actor: Actor): Promise<NeedView[]> {
    const views = await this.views.own(actor);
    return views.map((view) => new NeedView(view));
  }

  @Allow('saveNeedView')
  @Mutation(() => NeedViewResult, { description: 'Stores a filter; one that is there stays.' })
  async saveNeedView(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveNeedViewInput,
  ): Promise<Result<NeedView, DomainError>> {
    const filter = { ...input.filter, orderBy: input.orderBy };
    const saved = await this.views.save(actor, { filter, isDefault: input.isDefault });
    return saved.ok ? ok(new NeedView(saved.value)) : saved;
  }

  @Allow('chooseNeedView')
  @Mutation(() => NeedViewChosenResult, { description: 'Which view the queue opens with.' })
  async chooseNeedView(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChooseNeedViewInput,
  ): Promise<Result<NeedViewChosen, DomainError>> {
    const chosen = await this.views.choose(actor, input.viewId ?? null);
    return chosen.ok ? ok(new NeedViewChosen(chosen.value)) : chosen;
  }

  @Allow('deleteNeedView')
  @Mutation(() => NeedViewDeletedResult)
  async deleteNeedView(
    @CurrentActor() actor: Actor,
    @Args('input') input: DeleteNeedViewInput,
  ): Promise<Result<NeedViewDeleted, DomainError>> {
    const deleted = await this.views.delete(actor, input.viewId);
    return deleted.ok ? ok(new NeedViewDeleted(deleted.value)) : deleted;
  }
}
