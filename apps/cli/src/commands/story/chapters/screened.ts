import { calendarDay } from '@kinward/kernel';
import { eur, euros, minorOf, type Amount } from '../euros.js';
import { mustHold } from '../story-stopped.js';
import type { Story } from '../story.js';
import { openCard } from './open-card.js';

/** A family that is being helped, and what it needs. */
export interface AidedFamily {
  readonly caseId: string;
  readonly codename: string;
  readonly needId: string;
  readonly amountMinor: bigint;
}

interface DraftedNeed {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly amount: Amount;
}

interface NeedChanged {
  readonly needId: string;
  readonly version: number;
  readonly state: string;
  readonly score: number | null;
  readonly awaitsSecondApprover: boolean;
}

/** What the story helps with: a basket of food, brought by a partner inside the country. */
const STORY_NEED = 'LIV-FOOD';
const CHANNEL = 'PARTNER_ROUTE';
/** Where the family named no sum, or one for several needs together. */
const USUAL_MINOR = 18_000n;
const DAY_MS = 86_400_000;
const ZONE = 'Europe/Vilnius';
const CHANGED = 'caseId version';
const NEED_CHANGED = 'needId version state score awaitsSecondApprover';

/** From a card in the inbox to an active case with an approved need. */
export async function screened(story: Story): Promise<AidedFamily> {
  const { requestId, version } = await openCard(story, STORY_NEED);
  const caseworker = story.cast.as('caseworker');
  const accepted = await caseworker.change<{
    caseId: string;
    codename: string;
    state: string;
    needCount: number;
  }>(
    'acceptRequest',
    'RequestAccepted',
    { requestId, version, provocationCheckDone: true },
    'caseId codename state needCount',
  );
  const { caseId, codename, state, needCount: drafts } = accepted;
  story.teller.tell('REQUEST_ACCEPTED', { codename, state, drafts });
  await activate(story, caseId);
  const { needId, amountMinor } = await approveNeed(story, accepted);
  return { caseId, codename, needId, amountMinor };
}

/** A second holder, a handshake, a verification, and somebody else who activates. */
async function activate({ cast, teller }: Story, caseId: string): Promise<void> {
  const caseworker = cast.as('caseworker');
  const coordinator = cast.as('coordinator');
  const deputyId = cast.idOf('deputy');
  const file = () =>
    coordinator.read<{
      codename: string;
      state: string;
      holders: readonly { person: { id: string } | null }[];
      channels: readonly { id: string }[];
    }>(
      'caseFile',
      'CaseFile',
      { caseId },
      'codename state holders { person { id } } channels { id }',
    );
  await coordinator.change('nameDeputy', 'CaseChanged', { caseId, personId: deputyId }, CHANGED);
  await caseworker.change('grantAccess', 'CaseChanged', { caseId, holderId: deputyId }, CHANGED);
  const handshake = {
    caseId,
    channelId: (await file()).channels[0]?.id ?? null,
    outcome: 'HANDSHAKE_PASSED',
    note: 'Demo-note: the agreed question was answered rightly.',
  };
  await caseworker.change('recordContactAttempt', 'CaseChanged', handshake, CHANGED);
  const move = { caseId, transition: 'START_VERIFICATION' };
  await caseworker.change('transitionCase', 'CaseTransitioned', move, 'state');
  const evidence = { caseId, evidence: 'LIST', recognitionBasis: 'VIASNA' };
  await caseworker.change('recordVerification', 'CaseChanged', evidence, CHANGED);
  const activation = { caseId, transition: 'ACTIVATE' };
  await coordinator.change('transitionCase', 'CaseTransitioned', activation, 'state');
  const { codename, state, holders } = await file();
  mustHold(state === 'ACTIVE', `${codename} is ${state} and not active.`);
  const people = new Set(holders.map(({ person }) => person?.id));
  teller.tell('CASE_ACTIVE', { codename, state, holders: people.size });
}

/** The draft that came with the request, written out, assessed and approved by others. */
async function approveNeed(
  story: Story,
  { codename }: { readonly codename: string },
): Promise<Pick<AidedFamily, 'needId' | 'amountMinor'>> {
  const { cast, teller } = story;
  const caseworker = cast.as('caseworker');
  const draft = await findDraft(story, codename);
  const amountMinor = minorOf(draft.amount) || USUAL_MINOR;
  const needId = draft.id;
  const note = `Demo-need: what ${codename.toLowerCase()} asked for, in the words of the mother`;
  const vendor = `Demo-Grocer ${String(story.seed)} on the corner`;
  for (const secret of [note, vendor]) story.secrets.add(secret);
  const change = (operation: string, input: object, who = caseworker) =>
    who.change<NeedChanged>(operation, 'NeedChanged', { needId, ...input }, NEED_CHANGED);
  await change('changeNeed', {
    version: draft.version,
    code: draft.code,
    amount: eur(amountMinor),
    channelClass: CHANNEL,
    dueDay: calendarDay(new Date(Date.now() + 10 * DAY_MS), ZONE),
    note,
    vendor,
    reach: [
      { ageBand: '18_59', sex: 'F', count: 1 },
      { ageBand: '5_17', sex: 'F', count: 1 },
    ],
    facts: FACTS,
  });
  await change('screenNeed', {});
  let last = await change('assessNeed', { duplicateAnswer: 'NONE_FOUND' });
  let approvers = 0;
  for (const key of ['coordinator', 'second-coordinator']) {
    if (approvers > 0 && !last.awaitsSecondApprover) break;
    last = await change('approveNeed', { version: last.version }, cast.as(key));
    approvers += 1;
  }
  await change('putOnWaitingList', {}, cast.as('coordinator'));
  const { priority, score } = await cast
    .as('coordinator')
    .read<{ priority: string | null; score: number | null }>(
      'need',
      'Need',
      { needId },
      'priority score',
    );
  teller.tell('NEED_APPROVED', {
    code: draft.code,
    amount: euros(amountMinor),
    priority: priority ?? '',
    score: score ?? 0,
    approvers,
  });
  return { needId, amountMinor };
}

async function findDraft({ cast }: Story, codename: string): Promise<DraftedNeed> {
  const filter = { codename, states: ['DRAFT'], codes: [STORY_NEED] };
  const page = await cast
    .as('caseworker')
    .ask<{ edges: readonly { node: DraftedNeed }[] }>(
      'query',
      'needQueue',
      { first: 10, filter },
      '{ edges { node { id version code amount { minorUnits } } } }',
    );
  const draft = page.edges[0]?.node;
  mustHold(draft !== undefined, `No draft of ${STORY_NEED} came with the request.`);
  return draft;
}

const FACTS = {
  minors: 1,
  singleCarer: true,
  disability: false,
  seriousIllness: false,
  age60Plus: false,
  pregnancy: false,
  bothParentsHeld: false,
  noOtherSupport: true,
};
