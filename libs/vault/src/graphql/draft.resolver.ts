import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { OwnDrafts } from '../application/own-drafts.js';
import type { DraftFor, DraftHead } from '../domain/own-draft.js';
import {
  DiscardDraftInput,
  DiscardDraftResult,
  DraftDiscarded,
  DraftInput,
  DraftKept,
  DraftResult,
  KeepDraftInput,
  KeepDraftResult,
  OpenedDraft,
  OwnDraft,
} from './draft.type.js';

/** What I have left half written; nobody else sees any of it. */
@Resolver()
export class DraftResolver {
  constructor(private readonly ownDrafts: OwnDrafts) {}

  @Allow('drafts')
  @Query(() => [OwnDraft], { description: 'My drafts, at most forty, the latest first.' })
  drafts(): Promise<readonly DraftHead[]> {
    return this.ownDrafts.list();
  }

  @Allow('draft')
  @Query(() => DraftResult, { description: 'What I had written in a form, where I kept it.' })
  async draft(
    @CurrentActor() actor: Actor,
    @Args('input') input: DraftInput,
  ): Promise<Result<OpenedDraft, DomainError>> {
    const draft = await this.ownDrafts.read(actor, placeOf(input));
    return draft.ok ? ok(Object.assign(new OpenedDraft(), draft.value)) : draft;
  }

  @Allow('keepDraft')
  @Mutation(() => KeepDraftResult, { description: 'Keeps it for fourteen days, sealed to me.' })
  async keepDraft(
    @CurrentActor() actor: Actor,
    @Args('input') input: KeepDraftInput,
  ): Promise<Result<DraftKept, DomainError>> {
    const kept = await this.ownDrafts.keep(actor, placeOf(input), input.content);
    return kept.ok ? ok(Object.assign(new DraftKept(), kept.value)) : kept;
  }

  @Allow('discardDraft')
  @Mutation(() => DiscardDraftResult, { description: 'Throws a draft of mine away.' })
  async discardDraft(
    @Args('input') input: DiscardDraftInput,
  ): Promise<Result<DraftDiscarded, DomainError>> {
    const gone = await this.ownDrafts.discard(input.draftId);
    return gone.ok ? ok(new DraftDiscarded(gone.value)) : gone;
  }
}

function placeOf({ kind, subjectId }: DraftInput): DraftFor {
  return { kind, subjectId: subjectId ?? null };
}
