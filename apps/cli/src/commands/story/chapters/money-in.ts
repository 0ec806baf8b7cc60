import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { calendarDay } from '@kinward/kernel';
import { eur, euros, minorOf, type Amount } from '../euros.js';
import { mustHold, StoryStopped } from '../story-stopped.js';
import type { Story } from '../story.js';
import type { AidedFamily } from './screened.js';

/** What the private page of a donor shows of one gift. */
interface GiftView {
  readonly state: string;
  readonly amount: Amount;
  readonly fee: Amount;
  readonly parts: readonly {
    readonly status: string;
    readonly group: string | null;
    readonly amount: Amount;
  }[];
}

export interface Donor {
  /** Of the private link. */
  readonly token: string;
}

/** Fields of {@link GiftView}. */
const GIFT =
  'state amount { minorUnits } fee { minorUnits } parts { status group amount { minorUnits } }';

const FREE_FUND = 'P-FREE';
const GRANT_FUND = 'G-NORTH';
const GRANT_MINOR = 40_000n;
/** Less than the need, so that grant and gift go the way together. */
const INSTALMENT_MINOR = 10_000n;
const LEAST_GIFT_MINOR = 5_000n;
const DAY_MS = 86_400_000;
const PATIENCE_MS = 30_000;

/** A foundation pays an instalment, and a stranger gives by card through the provider's own page. */
export async function moneyIn(story: Story, family: AidedFamily): Promise<Donor> {
  await grantArrives(story);
  const fundId = await openFund(story, {
    code: FREE_FUND,
    name: 'For whoever needs it most',
    kind: 'PUBLIC',
    rules: {},
    isPublic: true,
    isFreeFund: true,
  });
  return giftArrives(story, fundId, family.amountMinor);
}

/** The gifts of the private link. */
export async function readGift({ cast }: Story, { token }: Donor): Promise<GiftView> {
  const fields = `gifts { ${GIFT} }`;
  const page = await cast.stranger.read<{ gifts: readonly GiftView[] }>(
    'myGifts',
    'MyGiftsPage',
    { token },
    fields,
  );
  const [gift] = page.gifts;
  if (gift === undefined) throw new StoryStopped('The private link shows no gift.');
  return gift;
}

async function openFund({ cast }: Story, fund: object): Promise<string> {
  const finance = cast.as('finance');
  const opened = await finance.change<{ fundId: string }>(
    'openFund',
    'FundChanged',
    fund,
    'fundId',
  );
  return opened.fundId;
}

async function grantArrives(story: Story): Promise<void> {
  const finance = story.cast.as('finance');
  const day = (later: number): string =>
    calendarDay(new Date(Date.now() + later * DAY_MS), 'Europe/Vilnius');
  const fundId = await openFund(story, {
    code: GRANT_FUND,
    name: 'Living costs inside the country',
    kind: 'GRANT',
    rules: { groups: ['LIV'], regions: ['IN_COUNTRY'] },
    isPublic: false,
  });
  const grant = 'GR-1';
  const recorded = await finance.change<{ grantId: string; version: number }>(
    'recordGrant',
    'GrantChanged',
    {
      code: grant,
      name: 'Demo-Foundation',
      fundId,
      amount: eur(GRANT_MINOR),
      startsOn: day(-30),
      endsOn: day(300),
      lapsesOn: day(330),
      managerId: story.cast.idOf('foundation'),
      lines: [],
    },
    'grantId version',
  );
  const { grantId } = recorded;
  let { version } = recorded;
  for (const step of ['SIGN', 'OPEN']) {
    const input = { grantId, version, step };
    const moved = await finance.change<{ version: number }>(
      'advanceGrant',
      'GrantChanged',
      input,
      'version',
    );
    version = moved.version;
  }
  const instalment = {
    commandKey: randomUUID(),
    grantId,
    amount: eur(INSTALMENT_MINOR),
    bankReference: 'SEPA-1',
    receivedOn: day(-1),
  };
  await finance.change('bookGrantInstalment', 'GrantInstalmentBooked', instalment, 'transferId');
  const seen = await story.cast
    .as('foundation')
    .ask<readonly { code: string; received: Amount }[]>(
      'query',
      'funds',
      {},
      '{ code received { minorUnits } }',
    );
  const received = seen.find(({ code }) => code === GRANT_FUND)?.received;
  mustHold(received !== undefined, 'The foundation does not see the fund it pays into.');
  story.teller.tell('GRANT_ARRIVED', {
    grant,
    fund: GRANT_FUND,
    amount: euros(minorOf(received)),
  });
}

async function giftArrives(story: Story, fundId: string, needMinor: bigint): Promise<Donor> {
  const { cast, teller, seed } = story;
  // Whole euros: what the fee takes, the grant has brought.
  const wholeEuros = ((needMinor + 99n) / 100n) * 100n;
  const amount = wholeEuros > LEAST_GIFT_MINOR ? wholeEuros : LEAST_GIFT_MINOR;
  const email = `demo-donor-${String(seed)}@example.org`;
  story.secrets.add(email);
  const started = await cast.stranger.change<{ checkoutUrl: string; token: string }>(
    'startGift',
    'GiftStarted',
    {
      organization: 'lantern',
      rhythm: 'ONCE',
      fundId,
      amount: eur(amount),
      email,
      acceptsCardNotice: true,
    },
    'checkoutUrl token',
  );
  const page = await fetch(started.checkoutUrl);
  const answer = await fetch(started.checkoutUrl, {
    method: 'POST',
    body: new URLSearchParams({ choice: 'card', email }),
    redirect: 'manual',
  });
  teller.tell('GIFT_PAID', { amount: euros(amount), page: page.status, answer: answer.status });
  mustHold(answer.status === 303, 'The provider did not take the card.');
  const donor = { token: started.token };
  const gift = await untilArrived(story, donor);
  const funds = await cast
    .as('finance')
    .ask<readonly { id: string; left: Amount }[]>(
      'query',
      'funds',
      {},
      '{ id left { minorUnits } }',
    );
  const left = funds.find(({ id }) => id === fundId)?.left;
  mustHold(left !== undefined, 'The fund of the gift is gone.');
  teller.tell('GIFT_ARRIVED', {
    state: gift.state,
    fee: euros(minorOf(gift.fee)),
    fund: FREE_FUND,
    available: euros(minorOf(left)),
    signed: await signedMessages(story),
  });
  mustHold(
    minorOf(left) === minorOf(gift.amount) - minorOf(gift.fee),
    'The fund does not hold the gift less its fee.',
  );
  return donor;
}

/** The provider tells the server, the server its worker: it takes a moment. */
async function untilArrived(story: Story, donor: Donor): Promise<GiftView> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const gift = await readGift(story, donor);
    // The fee comes with the provider's last message.
    if (gift.state === 'SUCCEEDED' && minorOf(gift.fee) > 0n) return gift;
    mustHold(Date.now() < deadline, `The gift has not arrived; it is ${gift.state}.`);
    await sleep(50);
  }
}

async function signedMessages({ house }: Story): Promise<number> {
  const response = await fetch(`${house.provider.url}/_sandbox/deliveries`);
  const deliveries = (await response.json()) as readonly { readonly state: string }[];
  return deliveries.filter(({ state }) => state === 'delivered').length;
}
