import type { MoneyText } from '@kinward/kernel';
import type { PlainAnswer } from '@kinward/platform';

export interface ReserveForNeedCommand {
  readonly commandKey: string;
  readonly needId: string;
  /** The version of the need that was read. */
  readonly version?: number | null;
  readonly fundId: string;
  readonly amount: MoneyText;
}

export interface ReservedForNeed extends PlainAnswer {
  readonly reservationId: string;
  readonly needId: string;
  readonly needState: string;
  readonly needVersion: number;
}
