import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  eur,
  notFound,
  ok,
  readMoney,
  refused,
  wrongState,
  type DomainError,
  type IdGenerator,
  type Money,
  type MoneyText,
  type Result,
} from '@kinward/kernel';
import { Ledger, type TransferOrder } from '@kinward/ledger';
import { CommandReplay, ID_GENERATOR, UnitOfWork, type Actor } from '@kinward/platform';
import { checkBankReference, checkDay } from '../../domain/check-funding.js';
import { OVERHEAD_ACCOUNT, splitOverhead } from '../../domain/overhead.js';
import { takesInstalments } from '../../domain/grant-state.js';
import { FundStore } from '../../infrastructure/fund.store.js';
import { GrantStore, type Grant } from '../../infrastructure/grant.store.js';
import { FundingNews } from '../funding-news.js';

export interface BookGrantInstalmentCommand {
  readonly commandKey: string;
  readonly grantId: string;
  readonly amount: MoneyText;
  readonly bankReference: string;
  readonly receivedOn: string;
}

export type BookedInstalment = {
  readonly instalmentId: string;
  readonly transferId: string;
  /** Of the amount, for the work itself; minor units. */
  readonly overheadMinor: string;
};

interface Moved {
  readonly transferId: string;
  readonly overheadMinor: bigint;
  readonly overheadTransferId: string | null;
}

/**
 * Books money of a grant that has arrived at the bank, and moves on the part that the fund's rules leave for the work
 * itself. Errors: INVALID_INPUT; NOT_FOUND; WRONG_STATE for a grant that is
 * not signed or over; REFUSED `MORE_THAN_GRANTED`, `ALREADY_BOOKED`, `REPLAYED_WITH_OTHER_CONTENT`.
 */
@Injectable()
export class BookGrantInstalmentUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly replay: CommandReplay,
    private readonly ledger: Ledger,
    private readonly news: FundingNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  execute(
    actor: Actor,
    command: BookGrantInstalmentCommand,
  ): Promise<Result<BookedInstalment, DomainError>> {
    const { commandKey: key, ...input } = command;
    return this.replay.once({ operation: 'bookGrantInstalment', key, input }, () =>
      this.book(actor, command),
    );
  }

  private async book(
    actor: Actor,
    command: BookGrantInstalmentCommand,
  ): Promise<Result<BookedInstalment, DomainError>> {
    const amount = readMoney('amount', command.amount);
    if (!amount.ok) return amount;
    const bankReference = checkBankReference('bankReference', command.bankReference);
    if (!bankReference.ok) return bankReference;
    const receivedOn = checkDay('receivedOn', command.receivedOn);
    if (!receivedOn.ok) return receivedOn;
    const grants = new GrantStore(this.unitOfWork);
    const grant = await grants.lock(actor.organizationId, command.grantId);
    if (grant === null) return err(notFound());
    if (!takesInstalments(grant.state)) return err(wrongState(grant.state));
    const total = (await grants.receivedMinor(grant.id)) + amount.value.minorUnits;
    if (total > grant.amountMinor) return err(refused('MORE_THAN_GRANTED'));
    const instalmentId = this.ids.next();
    const moved = await this.move(actor, grant, instalmentId, amount.value);
    if (!moved.ok) return moved;
    const { transferId, overheadMinor } = moved.value;
    const isNew = await grants.addInstalment({
      id: instalmentId,
      organizationId: actor.organizationId,
      grantId: grant.id,
      ...moved.value,
      amountMinor: amount.value.minorUnits,
      bankReference: bankReference.value,
      bookedOn: receivedOn.value,
      bookedBy: actor.personId,
    });
    if (!isNew) return err(refused('ALREADY_BOOKED'));
    await this.news.tell('GRANT_INSTALMENT_BOOKED', 'GRANT', grant.id);
    return ok({ instalmentId, transferId, overheadMinor: overheadMinor.toString() });
  }

  private async move(
    { organizationId }: Actor,
    grant: Grant,
    instalmentId: string,
    amount: Money,
  ): Promise<Result<Moved, DomainError>> {
    const fund = await new FundStore(this.unitOfWork).find(organizationId, grant.fundId);
    if (fund === null) return err(notFound());
    const { BANK } = await this.ledger.standardAccounts(organizationId);
    const { overheadMinor } = splitOverhead(amount.minorUnits, fund.rules.overheadPercent);
    const booked = await this.ledger.book(organizationId, [
      {
        id: this.ids.next(),
        phase: 'DIRECT',
        code: 'GRANT',
        idempotencyKey: `GRANT:${instalmentId}`,
        debitAccountId: BANK,
        creditAccountId: fund.accountId,
        amount,
      },
      ...(overheadMinor === 0n
        ? []
        : [await this.overhead(organizationId, fund.accountId, instalmentId, overheadMinor)]),
    ]);
    if (!booked.ok) return booked;
    const [arrived, share] = booked.value;
    return ok({
      transferId: arrived?.transferId ?? '',
      overheadMinor,
      overheadTransferId: share?.transferId ?? null,
    });
  }

  /** Moves a share on to the organisation's own account, which is opened with its first share. */
  private async overhead(
    organizationId: string,
    fundAccountId: string,
    instalmentId: string,
    overheadMinor: bigint,
  ): Promise<TransferOrder> {
    const account = {
      id: this.ids.next(),
      code: OVERHEAD_ACCOUNT,
      kind: 'FUND',
      isLimited: true,
    } as const;
    return {
      id: this.ids.next(),
      phase: 'DIRECT',
      code: 'FUND_TRANSFER',
      idempotencyKey: `OVERHEAD:${instalmentId}`,
      debitAccountId: fundAccountId,
      creditAccountId: await this.ledger.openAccount(organizationId, account),
      amount: eur(overheadMinor),
    };
  }
}
