import { Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  staleVersion,
  wrongState,
  type DomainError,
  type Result,
} from '@kinward/kernel';
import { available, Ledger } from '@kinward/ledger';
import { UnitOfWork, type Actor } from '@kinward/platform';
import {
  checkCode,
  checkDay,
  checkMinor,
  checkName,
  checkOrder,
  checkPublicNames,
  checkRules,
  type FundRulesText,
} from '../../domain/check-funding.js';
import type { Fund, FundState } from '../../domain/fund.js';
import { FundStore } from '../../infrastructure/fund.store.js';
import { FundingNews } from '../funding-news.js';
import { OwnPack } from '../own-pack.js';
import { knownCodes } from './known-codes.js';
import type { ChangedFund } from './open-fund.use-case.js';

interface FundCommand {
  readonly fundId: string;
  readonly version: number;
}

/** The fund's rules as they are from now on; what is left out does not restrict. */
export interface ChangeFundRulesCommand extends FundCommand {
  readonly name: string;
  /** Left out, the names stay. */
  readonly publicNames?: readonly { readonly language: string; readonly name: string }[] | null;
  readonly rules: FundRulesText;
  readonly lapsesOn?: string | null;
  readonly floorMinor?: string | null;
  readonly isPublic: boolean;
}

export interface ChangeFundStateCommand extends FundCommand {
  readonly change: string;
}

export const FUND_CHANGES = ['SUSPEND', 'REOPEN', 'CLOSE'] as const;
const ARROWS = {
  SUSPEND: [['OPEN'], 'SUSPENDED'],
  REOPEN: [['SUSPENDED'], 'OPEN'],
  CLOSE: [['OPEN', 'SUSPENDED'], 'CLOSED'],
} as const satisfies Record<string, readonly [readonly FundState[], FundState]>;

/**
 * Changes a fund. Money that is reserved stays reserved. Errors: INVALID_INPUT, NOT_FOUND, STALE_VERSION;
 * WRONG_STATE for a closed fund; REFUSED `FREE_FUND_STAYS`, `FUND_NOT_EMPTY`.
 */
@Injectable()
export class ChangeFundUseCase {
  private readonly funds: FundStore;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly ownPack: OwnPack,
    private readonly news: FundingNews,
  ) {
    this.funds = new FundStore(unitOfWork);
  }

  async changeRules(
    actor: Actor,
    command: ChangeFundRulesCommand,
  ): Promise<Result<ChangedFund, DomainError>> {
    const fund = await this.lock(actor, command);
    if (!fund.ok) return fund;
    if (fund.value.state === 'CLOSED') return err(wrongState('CLOSED'));
    const { pack } = await this.ownPack.read();
    const name = checkName('name', command.name);
    if (!name.ok) return name;
    const { publicNames: given } = command;
    const publicNames =
      given == null ? ok(fund.value.publicNames) : checkPublicNames('publicNames', given);
    if (!publicNames.ok) return publicNames;
    const rules = checkRules(command.rules, knownCodes(pack));
    if (!rules.ok) return rules;
    const lapsesOn = command.lapsesOn == null ? ok(null) : checkDay('lapsesOn', command.lapsesOn);
    if (!lapsesOn.ok) return lapsesOn;
    const order = checkOrder([
      ['opensOn', fund.value.opensOn],
      ['lapsesOn', lapsesOn.value],
    ]);
    if (!order.ok) return order;
    const floor = checkMinor('floorMinor', command.floorMinor);
    if (!floor.ok) return floor;
    const version = await this.funds.change(fund.value, {
      name: name.value,
      publicNames: publicNames.value,
      rules: rules.value,
      lapsesOn: lapsesOn.value,
      floorMinor: floor.value,
      isPublic: command.isPublic,
    });
    await this.news.tell('FUND_RULES_CHANGED', 'FUND', fund.value.id);
    return ok({ fundId: fund.value.id, version });
  }

  async changeState(
    actor: Actor,
    command: ChangeFundStateCommand,
  ): Promise<Result<ChangedFund, DomainError>> {
    const change = checkCode('change', command.change, FUND_CHANGES);
    if (!change.ok) return change;
    const fund = await this.lock(actor, command);
    if (!fund.ok) return fund;
    const [from, to] = ARROWS[change.value];
    if (!from.some((state) => state === fund.value.state)) return err(wrongState(fund.value.state));
    if (to === 'CLOSED') {
      if (fund.value.isFreeFund) return err(refused('FREE_FUND_STAYS'));
      if (!(await this.isEmpty(actor, fund.value))) return err(refused('FUND_NOT_EMPTY'));
    }
    const version = await this.funds.setState(fund.value, to);
    await this.news.tell(`FUND_${to}`, 'FUND', fund.value.id);
    return ok({ fundId: fund.value.id, version });
  }

  private async lock(actor: Actor, command: FundCommand): Promise<Result<Fund, DomainError>> {
    const fund = await this.funds.lock(actor.organizationId, command.fundId);
    if (fund === null) return err(notFound());
    return fund.version === command.version ? ok(fund) : err(staleVersion(fund.version));
  }

  /** Nothing left and nothing promised. */
  private async isEmpty(actor: Actor, { accountId }: Fund): Promise<boolean> {
    const totals = (await this.ledger.totals(actor.organizationId, [accountId])).get(accountId);
    if (totals === undefined) return true;
    return available(totals) === 0n && totals.debitsPending === 0n;
  }
}
