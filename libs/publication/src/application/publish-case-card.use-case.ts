import { Injectable } from '@nestjs/common';
import { CaseAccess, NewCodename } from '@kinward/cases';
import { CaseCards } from '@kinward/funding';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { NeedMoney, type NeedForMoney } from '@kinward/needs';
import { CommandReplay } from '@kinward/platform';
import { mayPublishCard } from '../domain/card-rules.js';
import { CardGroundRepository } from '../infrastructure/card-ground.repository.js';

export interface PublishCaseCardCommand {
  readonly needId: string;
  readonly version?: number | null;
  readonly commandKey: string;
}

export interface PublishedCard {
  readonly [field: string]: string;
  readonly cardId: string;
  readonly publicCodename: string;
}

/**
 * Publishes a card for what a need still wants (decision 18): a public codename of its own, the group of the need, the
 * amount and whether the family lives abroad; nothing else is said. Errors: NOT_FOUND, STALE_VERSION, WRONG_STATE;
 * REFUSED of `mayPublishCard` and of a case that is not live.
 */
@Injectable()
export class PublishCaseCardUseCase {
  constructor(
    private readonly needs: NeedMoney,
    private readonly cases: CaseAccess,
    private readonly codenames: NewCodename,
    private readonly ground: CardGroundRepository,
    private readonly cards: CaseCards,
    private readonly replay: CommandReplay,
  ) {}

  execute(command: PublishCaseCardCommand): Promise<Result<PublishedCard, DomainError>> {
    const { needId, version, commandKey: key } = command;
    const input = { needId, version };
    return this.replay.once({ operation: 'publishCaseCard', key, input }, () =>
      this.publish(needId, version ?? null),
    );
  }

  private async publish(
    needId: string,
    version: number | null,
  ): Promise<Result<PublishedCard, DomainError>> {
    const locked = await this.needs.lock(needId, version);
    if (!locked.ok) return locked;
    const need = locked.value;
    const live = this.needs.requireLiveCase(need);
    if (!live.ok) return live;
    const remainderMinor = need.amountMinor - need.reservedMinor - need.releasedMinor;
    const { settings, pack } = await this.cases.ground();
    const needType = pack.needTypes.find((type) => type.code === need.code);
    const ground = await this.ground.read(need.caseId, need.fundingReference, settings.today);
    const flags = needType?.flags ?? ['X'];
    const allowed = mayPublishCard({ needState: need.state, flags, remainderMinor, ...ground });
    if (!allowed.ok) return allowed;
    const region = pack.regionClasses.find((entry) => entry.code === need.region);
    const place = region?.inCountry === false ? 'ABROAD' : 'IN_COUNTRY';
    return this.open(need, { needGroup: needType?.group ?? '', remainderMinor, place });
  }

  private async open(
    need: NeedForMoney,
    coarse: { needGroup: string; remainderMinor: bigint; place: string },
  ): Promise<Result<PublishedCard, DomainError>> {
    const publicCodename = await this.codenames.take();
    if (!publicCodename.ok) return publicCodename;
    const { cardId } = await this.cards.open({
      publicCodename: publicCodename.value,
      needGroup: coarse.needGroup,
      amountMinor: coarse.remainderMinor,
      facts: { place: coarse.place },
      fundingReference: need.fundingReference,
    });
    return ok({ cardId, publicCodename: publicCodename.value });
  }
}
