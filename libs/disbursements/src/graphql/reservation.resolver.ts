import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, type Actor } from '@kinward/platform';
import { MatchNeedQuery } from '../application/match-need.query.js';
import { ReleaseReservationUseCase } from '../application/release-reservation.use-case.js';
import { ReserveForNeedUseCase } from '../application/reserve-for-need.use-case.js';
import {
  MatchNeedInput,
  MatchNeedResult,
  NeedMatchType,
  ReleaseReservationInput,
  ReservationChanged,
  ReservationChangedResult,
  ReserveForNeedInput,
} from './reservation.type.js';

/** Money of funds, matched to needs and set aside. */
@Resolver()
export class ReservationResolver {
  constructor(
    private readonly match: MatchNeedQuery,
    private readonly reserve: ReserveForNeedUseCase,
    private readonly release: ReleaseReservationUseCase,
  ) {}

  @Allow('matchNeed')
  @Query(() => MatchNeedResult, { description: 'What each open fund could do for a need.' })
  async matchNeed(
    @Args('input') input: MatchNeedInput,
  ): Promise<Result<NeedMatchType, DomainError>> {
    const result = await this.match.execute(input.needId);
    return result.ok ? ok(new NeedMatchType(result.value)) : result;
  }

  @Allow('reserveForNeed')
  @Mutation(() => ReservationChangedResult, { description: 'Sets money of a fund aside.' })
  async reserveForNeed(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReserveForNeedInput,
  ): Promise<Result<ReservationChanged, DomainError>> {
    const result = await this.reserve.execute(actor, input);
    return result.ok ? ok(new ReservationChanged(result.value)) : result;
  }

  @Allow('releaseReservation')
  @Mutation(() => ReservationChangedResult, { description: 'Gives it back to its fund.' })
  async releaseReservation(
    @CurrentActor() actor: Actor,
    @Args('input') input: ReleaseReservationInput,
  ): Promise<Result<ReservationChanged, DomainError>> {
    const result = await this.release.execute(actor, input);
    return result.ok ? ok(new ReservationChanged(result.value)) : result;
  }
}
