import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  toConnection,
  type Actor,
  type Connection,
  type RequestContext,
} from '@kinward/platform';
import { IssueMailboxUseCase } from '../application/desk/issue-mailbox.use-case.js';
import {
  mailboxKey,
  MailboxesQuery,
  type MailboxLine,
} from '../application/desk/mailboxes.query.js';
import { OpenMailboxUseCase, type DeskLine } from '../application/desk/open-mailbox.use-case.js';
import {
  LiftMailboxHoldUseCase,
  WriteToFamilyUseCase,
} from '../application/desk/write-to-family.use-case.js';
import {
  FamilyWritten,
  IssueMailboxInput,
  IssueMailboxResult,
  LiftMailboxHoldInput,
  LiftMailboxHoldResult,
  MailboxConnection,
  MailboxesInput,
  MailboxHoldLifted,
  MailboxIssued,
  MailboxLineOut,
  OpenedMailbox,
  OpenMailboxInput,
  OpenMailboxResult,
  WriteToFamilyInput,
  WriteToFamilyResult,
} from './mailbox.type.js';

/** Mailboxes of families, for the desk. */
@Resolver()
export class MailboxResolver {
  constructor(
    private readonly list: MailboxesQuery,
    private readonly opening: OpenMailboxUseCase,
    private readonly writing: WriteToFamilyUseCase,
    private readonly lifting: LiftMailboxHoldUseCase,
    private readonly issuing: IssueMailboxUseCase,
  ) {}

  @Allow('mailboxes')
  @Query(() => MailboxConnection, { description: 'Those with something unread first.' })
  async mailboxes(
    @CurrentActor() actor: Actor,
    @Args('input') input: MailboxesInput,
  ): Promise<Result<Connection<MailboxLine>, DomainError>> {
    const page = await this.list.page(actor, input);
    return page.ok ? ok(toConnection(page.value, mailboxKey)) : page;
  }

  @Allow('openMailbox')
  @Mutation(() => OpenMailboxResult, { description: 'Reads a mailbox and marks it as read.' })
  async openMailbox(
    @CurrentActor() actor: Actor,
    @Args('input') { mailboxId }: OpenMailboxInput,
  ): Promise<Result<OpenedMailbox, DomainError>> {
    const opened = await this.opening.execute(actor, mailboxId);
    return opened.ok ? ok(Object.assign(new OpenedMailbox(), opened.value)) : opened;
  }

  @Allow('writeToFamily')
  @Mutation(() => WriteToFamilyResult, { description: 'The family reads it when it comes.' })
  async writeToFamily(
    @CurrentActor() actor: Actor,
    @Args('input') input: WriteToFamilyInput,
  ): Promise<Result<FamilyWritten, DomainError>> {
    const written = await this.writing.execute(actor, input);
    return written.ok ? ok(Object.assign(new FamilyWritten(), written.value)) : written;
  }

  @Allow('liftMailboxHold')
  @Mutation(() => LiftMailboxHoldResult, { description: 'Lets answers out again.' })
  async liftMailboxHold(
    @Args('input') { mailboxId }: LiftMailboxHoldInput,
  ): Promise<Result<MailboxHoldLifted, DomainError>> {
    const lifted = await this.lifting.execute(mailboxId);
    return lifted.ok
      ? ok(Object.assign(new MailboxHoldLifted(), { mailboxId: lifted.value }))
      : lifted;
  }

  @Allow('issueMailbox')
  @Mutation(() => IssueMailboxResult, { description: 'Words for a family; shown once.' })
  async issueMailbox(
    @CurrentActor() actor: Actor,
    @Args('input') input: IssueMailboxInput,
  ): Promise<Result<MailboxIssued, DomainError>> {
    const issued = await this.issuing.execute(actor, input);
    if (!issued.ok) return issued;
    const { code, closing: closingWord, alarm: alarmWord } = issued.value;
    const words = { words: code.join(' '), closingWord, alarmWord };
    return ok(Object.assign(new MailboxIssued(), words));
  }
}

/** Who wrote a line. */
@Resolver(() => MailboxLineOut)
export class MailboxWriterResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true })
  writtenBy(
    @Parent() { writtenById }: DeskLine,
    @Context() context: RequestContext,
  ): Promise<PersonView | null> | null {
    return writtenById === null ? null : this.people.load(context, writtenById);
  }
}
