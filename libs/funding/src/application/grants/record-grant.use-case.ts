import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  readMoney,
  refused,
  type DomainError,
  type IdGenerator,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import { PeopleQuery } from '@kinward/identity';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import {
  checkDay,
  checkName,
  checkOptionalId,
  checkOrder,
  checkOwnCode,
} from '../../domain/check-funding.js';
import { checkGrantLines, type GrantLineText } from '../../domain/grant-lines.js';
import { FundStore } from '../../infrastructure/fund.store.js';
import { GrantStore, type Grant } from '../../infrastructure/grant.store.js';
import { FundingNews } from '../funding-news.js';
import { OwnPack } from '../own-pack.js';

export interface RecordGrantCommand {
  readonly code: string;
  readonly name: string;
  readonly fundId: string;
  readonly amount: MoneyText;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly lapsesOn: string;
  readonly managerId?: string | null;
  readonly lines: readonly GrantLineText[];
}

export interface ChangedGrant {
  readonly grantId: string;
  readonly version: number;
}

/**
 * Records a grant that is hoped for; money is booked once it is signed. Errors: INVALID_INPUT naming the field;
 * NOT_FOUND for fund or manager; REFUSED `CODE_TAKEN`, `NOT_A_GRANT_FUND`, `NOT_A_FOUNDATION_MANAGER`,
 * `LINES_ABOVE_GRANT`.
 */
@Injectable()
export class RecordGrantUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQuery,
    private readonly ownPack: OwnPack,
    private readonly news: FundingNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: RecordGrantCommand,
  ): Promise<Result<ChangedGrant, DomainError>> {
    const { organizationId } = actor;
    const grant = await this.check(command);
    if (!grant.ok) return grant;
    const fund = await new FundStore(this.unitOfWork).find(organizationId, grant.value.fundId);
    if (fund === null) return err(notFound());
    if (fund.kind !== 'GRANT') return err(refused('NOT_A_GRANT_FUND'));
    const manager = await this.checkManager(grant.value.managerId);
    if (!manager.ok) return manager;
    const isNew = await new GrantStore(this.unitOfWork).add({ ...grant.value, organizationId });
    if (!isNew) return err(refused('CODE_TAKEN'));
    await this.news.tell('GRANT_RECORDED', 'GRANT', grant.value.id);
    return ok({ grantId: grant.value.id, version: 1 });
  }

  private async checkManager(managerId: string | null): Promise<Result<void, DomainError>> {
    if (managerId === null) return ok();
    const person = (await this.people.byIds([managerId])).get(managerId);
    if (person === undefined) return err(notFound());
    const manages = person.roles.includes('FOUNDATION_MANAGER');
    return manages ? ok() : err(refused('NOT_A_FOUNDATION_MANAGER'));
  }

  private async check(
    command: RecordGrantCommand,
  ): Promise<Result<Omit<Grant, 'version'>, DomainError>> {
    const code = checkOwnCode('code', command.code);
    if (!code.ok) return code;
    const name = checkName('name', command.name);
    if (!name.ok) return name;
    const amount = readMoney('amount', command.amount);
    if (!amount.ok) return amount;
    for (const field of ['startsOn', 'endsOn', 'lapsesOn'] as const) {
      const day = checkDay(field, command[field]);
      if (!day.ok) return day;
    }
    const { startsOn, endsOn, lapsesOn } = command;
    const order = checkOrder([
      ['startsOn', startsOn],
      ['endsOn', endsOn],
      ['lapsesOn', lapsesOn],
    ]);
    if (!order.ok) return order;
    const fundId = checkOptionalId('fundId', command.fundId);
    if (!fundId.ok || fundId.value === null) return err(notFound());
    const managerId = checkOptionalId('managerId', command.managerId);
    if (!managerId.ok) return err(notFound());
    const { pack } = await this.ownPack.read();
    const lines = checkGrantLines(command.lines, amount.value.minorUnits, pack.needTypes);
    if (!lines.ok) return lines;
    return ok({
      id: this.ids.next(),
      code: code.value,
      name: name.value,
      state: 'PIPELINE',
      stateBeforeSuspension: null,
      managerId: managerId.value,
      fundId: fundId.value,
      amountMinor: amount.value.minorUnits,
      startsOn,
      endsOn,
      lapsesOn,
      lines: lines.value,
    });
  }
}
