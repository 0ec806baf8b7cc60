import { MoneyType } from '@kinward/platform';
import type { GiftLine, RefundLine } from '../application/finance/finance-lists.query.js';
import type { GiftDetail } from '../application/finance/gift.query.js';
import { GiftDetailType, GiftRefundType, GiftType } from './finance.type.js';

/** A gift of a list as GraphQL shows it. */
export function toGift(line: GiftLine): GiftType {
  return Object.assign(new GiftType(), line, {
    amount: new MoneyType(line.amountMinor),
    fee: new MoneyType(line.feeMinor),
    refunded: new MoneyType(line.refundedMinor),
  });
}

/** A refund as GraphQL shows it. */
export function toRefund(line: RefundLine): GiftRefundType {
  return Object.assign(new GiftRefundType(), line, { amount: new MoneyType(line.amountMinor) });
}

/** One gift with its refunds and bookings. */
export function toGiftDetail(detail: GiftDetail): GiftDetailType {
  return Object.assign(new GiftDetailType(), toGift(detail), {
    refundable: new MoneyType(detail.refundableMinor),
    refunds: detail.refunds.map(toRefund),
    transfers: detail.transfers.map((transfer) => ({
      ...transfer,
      amount: new MoneyType(transfer.amountMinor),
    })),
  });
}
