import { Inject, Injectable } from '@nestjs/common';
import { eur, ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { Ledger, type TransferOrder } from '@kinward/ledger';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import type { TakenBack } from '../domain/dispute-settlement.js';
import type { DisbursementRow } from '../infrastructure/disbursement.entity.js';
import type { FundReservationRow } from '../infrastructure/fund-reservation.entity.js';
import { FundReservationRepository } from '../infrastructure/fund-reservation.repository.js';

/** What a command books under its own key, so that it books once however often it arrives. */
interface Act {
  readonly key: string;
  readonly fundingReference: string;
}

/**
 * The bookings of disbursements (security.md § 8.14; the accounts are drawn in the ledger's README). What is set aside
 * for a need and a fund is always one pending transfer; whoever changes its amount replaces it. The need must be locked.
 */
@Injectable()
export class DisbursementBooks {
  constructor(
    private readonly ledger: Ledger,
    private readonly reservations: FundReservationRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Sets money aside. REFUSED `INSUFFICIENT_FUNDS`. */
  async reserve(
    act: Act,
    reservation: Omit<FundReservationRow, 'transferId'>,
  ): Promise<Result<string, DomainError>> {
    const transferId = this.ids.next();
    const { amountMinor, accountId, expiresAt } = reservation;
    const setAside = { transferId, accountId, amountMinor, expiresAt };
    const booked = await this.book([await this.pending(act, setAside)]);
    return booked.ok ? ok(transferId) : booked;
  }

  /** Sets all of it free again. */
  async withdraw(act: Act, reservation: FundReservationRow): Promise<Result<void, DomainError>> {
    const booked = await this.book([this.voided(act, reservation, 'UNRESERVE')]);
    if (!booked.ok) return booked;
    await this.reservations.change(reservation, { state: 'WITHDRAWN', amountMinor: 0n });
    return ok();
  }

  /** Posts what leaves, pays it from the bank and sets the rest aside anew. */
  async release(
    act: Act,
    reservation: FundReservationRow,
    amountMinor: bigint,
  ): Promise<Result<{ releaseId: string; paymentId: string }, DomainError>> {
    const accounts = await this.ledger.standardAccounts(this.organizationId());
    const [releaseId, paymentId, restId] = [this.ids.next(), this.ids.next(), this.ids.next()];
    const rest = reservation.amountMinor - amountMinor;
    const orders: TransferOrder[] = [
      {
        id: releaseId,
        phase: 'POST',
        code: 'RELEASE',
        pendingId: reservation.transferId,
        amount: eur(amountMinor),
        idempotencyKey: `${act.key}/release`,
      },
      {
        id: paymentId,
        phase: 'DIRECT',
        code: 'PAYMENT',
        debitAccountId: accounts.AID_IN_TRANSIT,
        creditAccountId: accounts.BANK,
        amount: eur(amountMinor),
        reference: act.fundingReference,
        idempotencyKey: `${act.key}/payment`,
      },
    ];
    const { accountId, expiresAt } = reservation;
    if (rest > 0n) {
      const again = { transferId: restId, accountId, amountMinor: rest, expiresAt };
      orders.push(await this.pending(act, again));
    }
    const booked = await this.book(orders);
    if (!booked.ok) return booked;
    await this.reservations.change(
      reservation,
      rest > 0n ? { transferId: restId, amountMinor: rest } : { state: 'SPENT', amountMinor: 0n },
    );
    return ok({ releaseId, paymentId });
  }

  /** Aid has arrived: it is no longer owed, and no longer on its way. Gives the id of the transfer. */
  async delivered(act: Act, amountMinor: bigint): Promise<Result<string, DomainError>> {
    return this.settle(act, 'DELIVERED', amountMinor);
  }

  /** Aid is gone: the fund has spent it and nobody was helped. */
  async lost(act: Act, amountMinor: bigint): Promise<Result<string, DomainError>> {
    return this.settle(act, 'LOST', amountMinor);
  }

  /** Deliveries that were none: what had counted as arrived is owed and on its way again. */
  async takeBack(act: Act, parts: readonly TakenBack[]): Promise<Result<void, DomainError>> {
    const accounts = await this.ledger.standardAccounts(this.organizationId());
    const booked = await this.book(
      parts.map(({ transferId, amountMinor }, place) => ({
        id: this.ids.next(),
        phase: 'DIRECT',
        code: 'CORRECTION',
        debitAccountId: accounts.AID_IN_TRANSIT,
        creditAccountId: accounts.AID_PAYABLE,
        amount: eur(amountMinor),
        reference: act.fundingReference,
        reversesId: transferId,
        idempotencyKey: `${act.key}/corrected/${String(place)}`,
      })),
    );
    return booked.ok ? ok() : booked;
  }

  /**
   * The money is back in the bank and in its fund, and is set aside for the same need at once until `expiresAt`, which is
   * null where nothing is to be set aside.
   */
  async cameBack(
    act: Act,
    row: DisbursementRow,
    reservation: FundReservationRow,
    { amountMinor, expiresAt }: { amountMinor: bigint; expiresAt: Date | null },
  ): Promise<Result<void, DomainError>> {
    const accounts = await this.ledger.standardAccounts(this.organizationId());
    const transferId = this.ids.next();
    const { accountId } = reservation;
    const back = { phase: 'DIRECT', code: 'CAME_BACK', amount: eur(amountMinor) } as const;
    const total = reservation.amountMinor + amountMinor;
    const orders: TransferOrder[] = [
      {
        ...back,
        id: this.ids.next(),
        debitAccountId: accounts.BANK,
        creditAccountId: accounts.AID_IN_TRANSIT,
        reference: act.fundingReference,
        reversesId: row.paymentTransferId,
        idempotencyKey: `${act.key}/back`,
      },
      {
        ...back,
        id: this.ids.next(),
        debitAccountId: accounts.AID_PAYABLE,
        creditAccountId: accountId,
        reference: act.fundingReference,
        reversesId: row.releaseTransferId,
        idempotencyKey: `${act.key}/unspent`,
      },
    ];
    if (expiresAt !== null) {
      if (reservation.amountMinor > 0n) orders.push(this.voided(act, reservation, 'UNRESERVE'));
      orders.push(
        await this.pending(act, { transferId, accountId, amountMinor: total, expiresAt }),
      );
    }
    const booked = await this.book(orders);
    if (!booked.ok || expiresAt === null) return booked.ok ? ok() : booked;
    const change = { transferId, amountMinor: total, expiresAt, state: 'ACTIVE' } as const;
    await this.reservations.change(reservation, change);
    return ok();
  }

  private async settle(
    act: Act,
    code: 'DELIVERED' | 'LOST',
    amountMinor: bigint,
  ): Promise<Result<string, DomainError>> {
    const accounts = await this.ledger.standardAccounts(this.organizationId());
    const transferId = this.ids.next();
    const booked = await this.book([
      {
        id: transferId,
        phase: 'DIRECT',
        code,
        debitAccountId: accounts.AID_PAYABLE,
        creditAccountId: accounts.AID_IN_TRANSIT,
        amount: eur(amountMinor),
        reference: act.fundingReference,
        idempotencyKey: `${act.key}/${code.toLowerCase()}`,
      },
    ]);
    return booked.ok ? ok(transferId) : booked;
  }

  private async pending(
    act: Act,
    setAside: { transferId: string; accountId: string; amountMinor: bigint; expiresAt: Date },
  ): Promise<TransferOrder> {
    const accounts = await this.ledger.standardAccounts(this.organizationId());
    return {
      id: setAside.transferId,
      phase: 'PENDING',
      code: 'RESERVE',
      debitAccountId: setAside.accountId,
      creditAccountId: accounts.AID_PAYABLE,
      amount: eur(setAside.amountMinor),
      reference: act.fundingReference,
      expiresAt: setAside.expiresAt,
      idempotencyKey: `${act.key}/reserve`,
    };
  }

  private voided(act: Act, reservation: FundReservationRow, code: 'UNRESERVE'): TransferOrder {
    return {
      id: this.ids.next(),
      phase: 'VOID',
      code,
      pendingId: reservation.transferId,
      idempotencyKey: `${act.key}/unreserve`,
    };
  }

  private book(orders: readonly TransferOrder[]) {
    return this.ledger.book(this.organizationId(), orders);
  }

  private organizationId(): string {
    return this.unitOfWork.scope().organizationId ?? '';
  }
}
