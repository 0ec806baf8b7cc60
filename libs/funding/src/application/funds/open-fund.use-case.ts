import { Inject, Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { Ledger } from '@kinward/ledger';
import { ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import {
  checkCode,
  checkDay,
  checkMinor,
  checkName,
  checkOrder,
  checkOwnCode,
  checkPublicNames,
  checkRules,
  type FundRulesText,
} from '../../domain/check-funding.js';
import type { Fund } from '../../domain/fund.js';
import { FundStore } from '../../infrastructure/fund.store.js';
import { FundingNews } from '../funding-news.js';
import { OwnPack } from '../own-pack.js';
import { knownCodes } from './known-codes.js';

export interface OpenFundCommand {
  readonly code: string;
  readonly name: string;
  readonly publicNames?: readonly { readonly language: string; readonly name: string }[] | null;
  readonly kind: string;
  readonly rules: FundRulesText;
  readonly opensOn?: string | null;
  readonly lapsesOn?: string | null;
  readonly floorMinor?: string | null;
  readonly isPublic: boolean;
  readonly isFreeFund: boolean;
}

export interface ChangedFund {
  readonly fundId: string;
  readonly version: number;
}

/** Funds for one need are opened with their case card and not by hand. */
const KINDS = ['GRANT', 'PUBLIC', 'EMERGENCY'] as const;

/**
 * Opens a fund with its account. Errors: INVALID_INPUT naming the field; REFUSED `CODE_TAKEN`, `FREE_FUND_EXISTS`,
 * `FREE_FUND_IS_PUBLIC`.
 */
@Injectable()
export class OpenFundUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly ownPack: OwnPack,
    private readonly news: FundingNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(actor: Actor, command: OpenFundCommand): Promise<Result<ChangedFund, DomainError>> {
    const fund = await this.check(command);
    if (!fund.ok) return fund;
    const { organizationId } = actor;
    const funds = new FundStore(this.unitOfWork);
    if (fund.value.isFreeFund && (await funds.free(organizationId)) !== null) {
      return err(refused('FREE_FUND_EXISTS'));
    }
    const { accountId } = fund.value;
    await this.ledger.openAccount(organizationId, {
      id: accountId,
      code: `FUND:${accountId}`,
      kind: 'FUND',
      isLimited: true,
    });
    if (!(await funds.add({ ...fund.value, organizationId }))) return err(refused('CODE_TAKEN'));
    await this.news.tell('FUND_OPENED', 'FUND', fund.value.id);
    return ok({ fundId: fund.value.id, version: 1 });
  }

  private async check(
    command: OpenFundCommand,
  ): Promise<Result<Omit<Fund, 'version'>, DomainError>> {
    const { settings, pack } = await this.ownPack.read();
    const code = checkOwnCode('code', command.code);
    if (!code.ok) return code;
    const name = checkName('name', command.name);
    if (!name.ok) return name;
    const publicNames = checkPublicNames('publicNames', command.publicNames ?? []);
    if (!publicNames.ok) return publicNames;
    const kind = checkCode('kind', command.kind, KINDS);
    if (!kind.ok) return kind;
    const rules = checkRules(command.rules, knownCodes(pack));
    if (!rules.ok) return rules;
    const opensOn = checkDay('opensOn', command.opensOn ?? settings.today);
    if (!opensOn.ok) return opensOn;
    const lapsesOn = command.lapsesOn == null ? ok(null) : checkDay('lapsesOn', command.lapsesOn);
    if (!lapsesOn.ok) return lapsesOn;
    const order = checkOrder([
      ['opensOn', opensOn.value],
      ['lapsesOn', lapsesOn.value],
    ]);
    if (!order.ok) return order;
    const floor = checkMinor('floorMinor', command.floorMinor);
    if (!floor.ok) return floor;
    if (command.isFreeFund && kind.value !== 'PUBLIC') return err(refused('FREE_FUND_IS_PUBLIC'));
    const id = this.ids.next();
    return ok({
      id,
      code: code.value,
      name: name.value,
      publicNames: publicNames.value,
      kind: kind.value,
      accountId: id,
      rules: rules.value,
      state: 'OPEN',
      opensOn: opensOn.value,
      lapsesOn: lapsesOn.value,
      floorMinor: floor.value,
      isPublic: command.isPublic,
      isFreeFund: command.isFreeFund,
      fundingReference: null,
    });
  }
}
