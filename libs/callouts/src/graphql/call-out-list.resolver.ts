import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, PersonLoader, type PersonView } from '@kinward/identity';
import { labelOf } from '@kinward/jurisdictions';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  MoneyType,
  toConnection,
  type Actor,
  type Connection,
  type RequestContext,
} from '@kinward/platform';
import {
  CallOutListQuery,
  callOutKey,
  type CallOutLine,
} from '../application/call-out-list.query.js';
import { CallOutQuery } from '../application/call-out.query.js';
import { capOf } from '../domain/dispatch-plan.js';
import { CallOutInput, CallOutListInput } from './call-out.input.js';
import {
  CallOut,
  CallOutConnection,
  CallOutProtocolType,
  CallOutResult,
  CallOutFile,
} from './call-out.type.js';

type Loaded = Promise<PersonView | null> | null;

/** Call-outs on screens. */
@Resolver(() => CallOut)
export class CallOutListResolver {
  constructor(
    private readonly list: CallOutListQuery,
    private readonly query: CallOutQuery,
    private readonly people: PersonLoader,
  ) {}

  @Allow('callOutList')
  @Query(() => CallOutConnection, { description: 'Whatever runs out next first; ended ones last.' })
  async callOutList(
    @CurrentActor() actor: Actor,
    @Args('input') input: CallOutListInput,
  ): Promise<Result<Connection<CallOutLine>, DomainError>> {
    const page = await this.list.page(actor, input);
    return page.ok ? ok(toConnection(page.value, callOutKey)) : page;
  }

  @Allow('callOut')
  @Query(() => CallOutResult, { description: 'One call-out with all that hangs on it.' })
  async callOut(
    @CurrentActor() actor: Actor,
    @Args('input') input: CallOutInput,
  ): Promise<Result<CallOutFile, DomainError>> {
    const detail = await this.query.detail(actor, input.callOutId);
    if (!detail.ok) return detail;
    const needs = detail.value.needs.map(
      ({ amountMinor, reservedMinor, releasedMinor, ...need }) => ({
        ...need,
        amount: new MoneyType(amountMinor),
        reserved: new MoneyType(reservedMinor),
        released: new MoneyType(releasedMinor),
      }),
    );
    return ok(Object.assign(new CallOutFile(), detail.value, { needs }));
  }

  @Allow('callOutProtocols')
  @Query(() => [CallOutProtocolType], { description: 'What is done at once, by trigger.' })
  async callOutProtocols(): Promise<CallOutProtocolType[]> {
    const { pack, protocols } = await this.query.protocols();
    const language = pack.languages[0] ?? '';
    return protocols.map((protocol) => ({
      code: protocol.code,
      label: labelOf(pack, protocol, language),
      priority: protocol.priority,
      cap: new MoneyType(capOf(pack, protocol.priority)),
      tasks: protocol.tasks.map((task) => ({ ...task, what: task.what[language] ?? '' })),
      needs: protocol.needs.map(({ code, amountMinor }) => ({
        code,
        amount: new MoneyType(amountMinor),
      })),
    }));
  }

  @ResolveField(() => MoneyType, { nullable: true })
  cap(@Parent() { capMinor }: CallOutLine): MoneyType | null {
    return capMinor === null ? null : new MoneyType(capMinor);
  }

  @ResolveField(() => MoneyType)
  reserved(@Parent() { reservedMinor }: CallOutLine): MoneyType {
    return new MoneyType(reservedMinor);
  }

  @ResolveField(() => Int, { nullable: true })
  acknowledgedAfter(@Parent() { raisedAt, acknowledgedAt }: CallOutLine): number | null {
    if (acknowledgedAt === null) return null;
    return Math.round((acknowledgedAt.getTime() - raisedAt.getTime()) / 1_000);
  }

  @ResolveField(() => Person, { nullable: true })
  raisedBy(@Parent() line: CallOutLine, @Context() context: RequestContext): Loaded {
    return this.person(context, line.raisedById);
  }

  @ResolveField(() => Person, { nullable: true })
  dispatchedBy(@Parent() line: CallOutLine, @Context() context: RequestContext): Loaded {
    return this.person(context, line.dispatchedById);
  }

  @ResolveField(() => Person, { nullable: true })
  signedBy(@Parent() line: CallOutLine, @Context() context: RequestContext): Loaded {
    return this.person(context, line.signedById);
  }

  @ResolveField(() => Person, { nullable: true })
  owner(@Parent() line: CallOutLine, @Context() context: RequestContext): Loaded {
    return this.person(context, line.ownerId);
  }

  private person(context: RequestContext, id: string | null): Loaded {
    return id === null ? null : this.people.load(context, id);
  }
}
