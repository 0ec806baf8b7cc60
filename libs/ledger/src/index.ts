export {
  checkInvariants,
  defineInvariants,
  type Invariant,
  type InvariantResult,
} from './application/invariants/invariant.js';
export { expireReservations } from './application/expire-reservations.js';
export { foldMovements } from './application/fold-movements.js';
export { Ledger, type Booking } from './application/ledger.js';
export { available, type AccountTotals } from './domain/account.js';
export type { TransferOrder } from './domain/transfer.js';
export { LedgerAccountRow } from './infrastructure/ledger-account.entity.js';
export { LedgerModule } from './ledger.module.js';
