import type { MoneyText } from '@kinward/kernel';

export interface RailInputValue {
  readonly kind: string;
  readonly value: string;
}

/** The whole content of a disbursement, as its maker writes it. */
export interface DisbursementContent {
  readonly amount: MoneyText;
  readonly channelClass: string;
  /** FAMILY where nothing is said; PERSON_HELD for a parcel. */
  readonly recipient?: string | null;
  readonly sheet: { readonly reason: string; readonly quote: string };
  readonly instruction: {
    readonly payee: string;
    readonly account: string;
    readonly pickUpWord?: string | null;
    readonly note?: string | null;
  };
  /** Merchants, couriers and the like that the payout will use. */
  readonly counterparties?: readonly RailInputValue[] | null;
  /** Whether the maker has an interest of their own in it. */
  readonly hasInterest: boolean;
  /** Codes of the warnings that the maker has looked into. */
  readonly acknowledgedWarnings?: readonly string[] | null;
}

export interface DraftDisbursementCommand extends DisbursementContent {
  readonly reservationId: string;
  /** The failed or returned disbursement that this one repeats. */
  readonly resendOf?: string | null;
}

export interface ChangeDisbursementCommand extends DisbursementContent {
  readonly disbursementId: string;
  readonly version: number;
}
