import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, toConnection, type Actor, type Connection } from '@kinward/platform';
import { noteKey, OutsideDesk } from '../application/desk/outside-desk.js';
import {
  OpenedOutsideNote,
  OpenOutsideNoteInput,
  OpenOutsideNoteResult,
  OutsideNoteConnection,
  OutsideNoteSettled,
  OutsideNotesInput,
  SettleOutsideNoteInput,
  SettleOutsideNoteResult,
} from './outside-note.type.js';

/** Reports and offers of people who are no relatives. */
@Resolver()
export class OutsideNoteResolver {
  constructor(private readonly desk: OutsideDesk) {}

  @Allow('outsideNotes')
  @Query(() => OutsideNoteConnection, { description: 'The oldest first; for screeners.' })
  async outsideNotes(
    @CurrentActor() actor: Actor,
    @Args('input') { first, after, done }: OutsideNotesInput,
  ): Promise<Result<Connection<object>, DomainError>> {
    const asked = { first, isDone: done, ...(after == null ? {} : { after }) };
    const page = await this.desk.page(actor, asked);
    return page.ok ? ok(toConnection(page.value, noteKey)) : page;
  }

  @Allow('openOutsideNote')
  @Mutation(() => OpenOutsideNoteResult)
  async openOutsideNote(
    @CurrentActor() actor: Actor,
    @Args('input') { noteId }: OpenOutsideNoteInput,
  ): Promise<Result<OpenedOutsideNote, DomainError>> {
    const opened = await this.desk.open(actor, noteId);
    return opened.ok ? ok(Object.assign(new OpenedOutsideNote(), opened.value)) : opened;
  }

  @Allow('settleOutsideNote')
  @Mutation(() => SettleOutsideNoteResult, { description: 'Ends it and destroys its words.' })
  async settleOutsideNote(
    @CurrentActor() actor: Actor,
    @Args('input') { noteId }: SettleOutsideNoteInput,
  ): Promise<Result<OutsideNoteSettled, DomainError>> {
    const settled = await this.desk.settle(actor, noteId);
    return settled.ok
      ? ok(Object.assign(new OutsideNoteSettled(), { noteId: settled.value }))
      : settled;
  }
}
