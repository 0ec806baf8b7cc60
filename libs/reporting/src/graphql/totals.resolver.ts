import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  MoneyType,
  Public,
  toConnection,
  type Actor,
  type Connection,
} from '@kinward/platform';
import { PublicTotalsQuery } from '../application/totals/public-totals.query.js';
import { TotalsGate, totalsKey, type TotalsLine } from '../application/totals/totals-gate.js';
import { totalsState, type TotalsState } from '../domain/totals-state.js';
import {
  PublicTotalsInput,
  PublicTotalsType,
  SignTotalsInput,
  SignTotalsResult,
  TotalsChanged,
  TotalsSnapshotConnection,
  TotalsSnapshotsInput,
  WithdrawTotalsInput,
  WithdrawTotalsResult,
  type TotalsLineType,
  type TotalsSnapshotType,
} from './totals.type.js';

/** What everybody may know of a month, and who lets it out. */
@Resolver()
export class TotalsResolver {
  constructor(
    private readonly published: PublicTotalsQuery,
    private readonly gate: TotalsGate,
  ) {}

  @Public('everybody may read what two people have published')
  @Query(() => PublicTotalsType, { description: 'Monthly totals, small numbers hidden.' })
  async publicTotals(
    @Args('input') { organization, locale }: PublicTotalsInput,
  ): Promise<Result<PublicTotalsType, DomainError>> {
    const read = await this.published.read(organization, locale);
    if (!read.ok) return read;
    const months = read.value.months.map(({ month, lines }) => ({
      month,
      lines: lines.map((line) => shown(line, line.needLabel)),
    }));
    return ok({ organizationName: read.value.organizationName, months });
  }

  @Allow('totalsSnapshots')
  @Query(() => TotalsSnapshotConnection, { description: 'Snapshots of months, newest first.' })
  async totalsSnapshots(
    @CurrentActor() { personId }: Actor,
    @Args('input') input: TotalsSnapshotsInput,
  ): Promise<Result<Connection<TotalsSnapshotType>, DomainError>> {
    const page = await this.gate.page(input);
    if (!page.ok) return page;
    const connection = toConnection(page.value, totalsKey, (snapshot) => ({
      ...{ id: snapshot.id, month: snapshot.month, takenAt: snapshot.takenAt },
      state: totalsState(snapshot),
      signatures: snapshot.signedBy.length,
      isSignedByMe: snapshot.signedBy.includes(personId),
      lines: snapshot.lines.map((line) => shown(line, line.needGroup)),
    }));
    return ok(connection);
  }

  @Allow('signTotals')
  @Mutation(() => SignTotalsResult, { description: 'Two different people publish a month.' })
  async signTotals(
    @CurrentActor() actor: Actor,
    @Args('input') { totalsId }: SignTotalsInput,
  ): Promise<Result<TotalsChanged, DomainError>> {
    return changed(totalsId, await this.gate.sign(actor, totalsId));
  }

  @Allow('withdrawTotals')
  @Mutation(() => WithdrawTotalsResult, { description: 'Hides a month at once and for good.' })
  async withdrawTotals(
    @CurrentActor() actor: Actor,
    @Args('input') { totalsId }: WithdrawTotalsInput,
  ): Promise<Result<TotalsChanged, DomainError>> {
    return changed(totalsId, await this.gate.withdraw(actor, totalsId));
  }
}

function shown({ needGroup, people, amountMinor }: TotalsLine, needLabel: string): TotalsLineType {
  return { needGroup, needLabel, people, amount: new MoneyType(amountMinor) };
}

function changed(
  totalsId: string,
  result: Result<TotalsState, DomainError>,
): Result<TotalsChanged, DomainError> {
  return result.ok
    ? ok(Object.assign(new TotalsChanged(), { totalsId, state: result.value }))
    : result;
}
