import { randomUUID } from 'node:crypto';
import { Person } from './person.js';

const ERRORS = `... on UserError { code message } ... on InvalidInput { field reason }
  ... on Refused { reason } ... on WrongState { presentState }`;
const NEED = `{ __typename ... on NeedChanged { needId version } ${ERRORS} }`;
const RESERVED = `{ __typename ... on ReservationChanged { reservationId } ${ERRORS} }`;
const PAYOUT = `{ __typename ... on DisbursementChanged { disbursementId version warnings } ${ERRORS} }`;
const EACH = 1_000n;
const NOBODY = { minors: 0, singleCarer: false, disability: false, seriousIllness: false };
const FACTS = { ...NOBODY, age60Plus: false, pregnancy: false, bothParentsHeld: false };

const eur = (minorUnits: bigint): object => ({ minorUnits: String(minorUnits), currency: 'EUR' });

/** Adds payouts of one family that everybody has signed, each of ten euros to a bank abroad. */
export async function addClearedPayouts(url: string, count: number): Promise<void> {
  const caseworker = await Person.signIn(url, 'caseworker');
  const coordinator = await Person.signIn(url, 'coordinator');
  const reservationId = await reserved(caseworker, coordinator, BigInt(count) * EACH);
  for (let number = 1; number <= count; number += 1) {
    const draft = await caseworker.change(
      'draftDisbursement',
      {
        reservationId,
        amount: eur(EACH),
        channelClass: 'BANK_ABROAD',
        sheet: { reason: 'Demo-reason: rent is due', quote: 'Demo-quote of the landlord' },
        instruction: {
          ...{ payee: `Demo-Payee ${String(number)}`, account: `Demo-Account ${String(number)}` },
          ...{ pickUpWord: null, note: null },
        },
        hasInterest: false,
      },
      PAYOUT,
    );
    const { disbursementId, version, warnings: acknowledgedWarnings } = draft;
    const handedIn = { disbursementId, version, acknowledgedWarnings };
    const { version: signable } = await caseworker.change('submitDisbursement', handedIn, PAYOUT);
    await coordinator.change('declareInterest', { disbursementId, hasInterest: false }, PAYOUT);
    await coordinator.change('approveDisbursement', { disbursementId, version: signable }, PAYOUT);
  }
}

/** A need that was approved, with money set aside for the whole of it. */
async function reserved(caseworker: Person, coordinator: Person, sum: bigint): Promise<string> {
  const need = {
    ...{ caseId: await familyAbroad(caseworker), code: 'LIV-GRANT', amount: eur(sum) },
    ...{ dueDay: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) },
    ...{ channelClass: 'BANK_ABROAD', note: 'Demo-note', vendor: 'Demo-Vendor' },
    ...{ reach: [{ ageBand: '18_59', sex: 'F', count: 1 }] },
    facts: { ...FACTS, noOtherSupport: false },
  };
  const { needId } = await caseworker.change('recordNeed', need, NEED);
  await caseworker.change('screenNeed', { needId }, NEED);
  const looked = { needId, duplicateAnswer: 'NONE_FOUND' };
  const { version } = await caseworker.change('assessNeed', looked, NEED);
  await coordinator.change('approveNeed', { needId, version }, NEED);
  const fundId = await publicFund(coordinator);
  const order = { commandKey: randomUUID(), needId, fundId, amount: eur(sum) };
  return String((await coordinator.change('reserveForNeed', order, RESERVED))['reservationId']);
}

async function familyAbroad(caseworker: Person): Promise<string> {
  const { me } = await caseworker.ask('{ me { id } }');
  const query = `query ($input: CaseListInput!) { caseList(input: $input) {
    edges { node { id region state } } } }`;
  const mine = { first: 50, assigneeId: (me as { id: string }).id };
  const { caseList } = await caseworker.ask(query, { input: mine });
  const { edges } = caseList as { edges: readonly { node: Listed }[] };
  const family = edges.find(
    ({ node }) => node.state === 'ACTIVE' && node.region.startsWith('ABROAD'),
  );
  if (family === undefined) throw new Error('the demonstration has no active family abroad');
  return family.node.id;
}

interface Listed {
  readonly id: string;
  readonly region: string;
  readonly state: string;
}

async function publicFund(coordinator: Person): Promise<string> {
  const { funds } = await coordinator.ask('{ funds(input: {}) { id code } }');
  const fund = (funds as { id: string; code: string }[]).find(({ code }) => code === 'P-FREE');
  if (fund === undefined) throw new Error('the demonstration has no free fund');
  return fund.id;
}
