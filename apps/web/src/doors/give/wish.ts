import type { StartGiftMutationVariables } from './giving.documents';
import { withFee, type ProviderFee } from './fee';
import { readKindAmount } from './kind-amount';

/** Amounts that are one touch away; minor units. */
export const SUGGESTED = ['1000', '2500', '5000', '10000'] as const;

/** What stands in the form now. */
export interface Wish {
  readonly fundId: string | null;
  readonly caseCardId: string | null;
  readonly isMonthly: boolean;
  readonly coversFee: boolean;
  readonly fallback: string;
  /** What the donor wants to give; null where nothing readable was typed. */
  readonly giftMinor: bigint | null;
}

/** What the first donor who does nothing but pay would give. */
export const FIRST_AMOUNT = '2500';

/** Reads a form of giving. A single need ends, so a gift for it is given once. */
export function readWish(form: HTMLFormElement): Wish {
  const data = new FormData(form);
  const field = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [kind = '', id = ''] = field('target').split(' ');
  const amount = field('amount');
  return {
    fundId: kind === 'fund' ? id : null,
    caseCardId: kind === 'card' ? id : null,
    isMonthly: kind !== 'card' && field('rhythm') === 'MONTHLY',
    coversFee: data.has('coversFee'),
    fallback: field('fallback') === 'SAME_KIND' ? 'SAME_KIND' : 'FREE_FUND',
    giftMinor: amount === 'other' ? readKindAmount(field('other')) : BigInt(amount || '0'),
  };
}

/** What the card is charged; null where no amount is known. */
export function toPay({ giftMinor, coversFee }: Wish, fee: ProviderFee): bigint | null {
  if (giftMinor === null) return null;
  return coversFee ? withFee(giftMinor, fee) : giftMinor;
}

/** What the server is told. The notice stands right above the button that sends this. */
export function inputOf(
  { fundId, caseCardId, isMonthly, fallback }: Wish,
  rest: { readonly payMinor: bigint; readonly organization: string; readonly locale: string },
): StartGiftMutationVariables['input'] {
  const { payMinor, organization, locale } = rest;
  return {
    ...{ organization, locale, fundId, caseCardId, fallback },
    rhythm: isMonthly ? 'MONTHLY' : 'ONCE',
    amount: { minorUnits: payMinor.toString(), currency: 'EUR' },
    acceptsCardNotice: true,
  };
}
