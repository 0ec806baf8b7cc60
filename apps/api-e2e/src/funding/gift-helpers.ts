import type { GiftDesk, TestDesk } from '@kinward/testing';

export const FUND_CHANGED = `{ __typename ... on FundChanged { fundId version }
  ... on InvalidInput { field reason } ... on Refused { reason } ... on WrongState { presentState }
  ... on StaleVersion { currentVersion } }`;

/** Opens a fund and returns its id. */
export async function openFund(desk: TestDesk, fund: object = {}): Promise<string> {
  const officer = await desk.as('finance-officer');
  const input = {
    code: 'P-FREE',
    name: 'Demo-Fund for everybody',
    kind: 'PUBLIC',
    rules: {},
    isPublic: true,
    ...fund,
  };
  const opened = await officer.ask('mutation', 'openFund', input, FUND_CHANGED);
  if (opened.__typename !== 'FundChanged') throw new Error(JSON.stringify(opened));
  return String(opened.fundId);
}

export const eur = (minorUnits: number | string) => ({
  minorUnits: String(minorUnits),
  currency: 'EUR',
});

export const GIFT_STARTED = `{ __typename ... on GiftStarted { checkoutUrl token }
  ... on InvalidInput { field reason } ... on Refused { reason } ... on NotFound { code } }`;

export interface Started {
  readonly token: string;
  readonly sessionId: string;
}

/** A donor begins a gift; the page of the provider is open then. */
export async function startGift({ desk }: GiftDesk, gift: object): Promise<Started> {
  const started = await desk.anonymous.ask(
    'mutation',
    'startGift',
    {
      organization: 'lantern',
      rhythm: 'ONCE',
      amount: eur(5000),
      acceptsCardNotice: true,
      ...gift,
    },
    GIFT_STARTED,
  );
  if (started.__typename !== 'GiftStarted') throw new Error(JSON.stringify(started));
  const sessionId = /\/pay\/(?<id>[^/?#]+)/.exec(String(started.checkoutUrl))?.groups?.['id'] ?? '';
  return { token: String(started.token), sessionId };
}

/** A donor gives once, and everything that follows happens. */
export async function give(gifts: GiftDesk, gift: object): Promise<Started> {
  const started = await startGift(gifts, gift);
  gifts.sandbox.control.submit(started.sessionId);
  await gifts.settle();
  return started;
}

export const MY_GIFTS = `{ __typename ... on MyGiftsPage { thanks organizationName
  gifts { id state purpose isForOneNeed amount { minorUnits } fee { minorUnits } refunded { minorUnits }
    parts { status group amount { minorUnits } } moves { reason purpose amount { minorUnits } }
    receiptYear receiptNumber }
  monthlyGifts { id state amount { minorUnits } } } ... on NotFound { code } }`;

/** The private page. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the query
export function myGifts({ desk }: GiftDesk, token: string): Promise<any> {
  return desk.anonymous.ask('query', 'myGifts', { token }, MY_GIFTS);
}

/** What an account of the ledger stands at in minor units: debits less credits. */
export async function balanceOf({ desk }: GiftDesk, code: string): Promise<bigint> {
  const [row] = await desk.database.asOperator<{ balance: string | null }>(
    `SELECT (SELECT coalesce(sum(CASE WHEN t.debit_account_id = a.id THEN t.amount ELSE -t.amount END), 0)
       FROM ledger_transfer t WHERE t.phase IN ('DIRECT', 'POST') AND a.id IN (t.debit_account_id, t.credit_account_id))
       AS balance
     FROM ledger_account a JOIN organization o ON o.id = a.organization_id
     WHERE o.code = 'lantern' AND (a.code = $1 OR a.code = 'FUND:' || $1)`,
    [code],
  );
  return BigInt(row?.balance ?? '0');
}
