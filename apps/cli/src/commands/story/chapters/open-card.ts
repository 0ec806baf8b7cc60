import { mustHold } from '../story-stopped.js';
import type { Story } from '../story.js';

/** A card that the screener has read. */
export interface OpenedCard {
  readonly requestId: string;
  readonly version: number;
}

interface InboxRow {
  readonly id: string;
  readonly region: string | null;
  readonly needCodes: readonly string[];
}

interface Inbox {
  readonly counts: readonly { readonly state: string; readonly count: number }[];
  readonly requests: { readonly edges: readonly { readonly node: InboxRow }[] };
}

interface Answer {
  readonly path: string;
  readonly text: string;
}

interface Card {
  readonly version: number;
  readonly story: readonly Answer[] | null;
  readonly identity: readonly Answer[] | null;
  readonly members: readonly { readonly fullName: string | null }[];
  readonly similar: readonly object[];
}

const PAGE = 50;
/** Shorter texts would be found by chance. */
const SHORTEST_SECRET = 6;
const PURPOSE = 'SCREEN_REQUEST';

/** Takes a request that asks for this need inside the country, and opens it with the screener's key. */
export async function openCard(story: Story, needCode: string): Promise<OpenedCard> {
  const screener = story.cast.as('caseworker');
  const inbox = await screener.read<Inbox>(
    'intakeInbox',
    'IntakeInbox',
    { first: PAGE, filter: { states: ['INBOX'], needGroup: needCode.split('-')[0] ?? '' } },
    'counts { state count } requests { edges { node { id region needCodes } } }',
  );
  const taken = inbox.requests.edges
    .map(({ node }) => node)
    .find(({ region, needCodes }) => region?.startsWith('IN_') && needCodes.includes(needCode));
  mustHold(
    taken !== undefined,
    `The file has no request for Lantern from inside the country that asks for ${needCode}.`,
  );
  const count = (state: string): number =>
    inbox.counts.find((each) => each.state === state)?.count ?? 0;
  story.teller.tell('INBOX_SEEN', {
    waiting: count('INBOX'),
    toCorrect: count('TO_CORRECT'),
    region: taken.region ?? '',
    needs: taken.needCodes.join(', '),
  });
  const card = await screener.change<Card>(
    'openIntakeCard',
    'IntakeCard',
    { requestId: taken.id, identityPurpose: PURPOSE },
    `version story { path text } identity { path text } members { fullName } similar { isStrong }`,
  );
  story.openings.push({ who: screener.who, purpose: PURPOSE });
  const identity = card.identity ?? [];
  const told = card.story ?? [];
  mustHold(identity.length > 0, 'The card shows nobody who asks.');
  for (const text of secretsOf(card)) story.secrets.add(text);
  story.teller.tell('CARD_OPENED', {
    answers: identity.length + told.length,
    similar: card.similar.length,
  });
  return { requestId: taken.id, version: card.version };
}

/** Who it is, and what was written freely; codes and days are no secret of anybody. */
function secretsOf({ identity, story, members }: Card): readonly string[] {
  const words = [
    ...(identity ?? []).filter(({ path }) => !/birth/.test(path)).map(({ text }) => text),
    ...(story ?? []).filter(({ path }) => path === 'needs/note').map(({ text }) => text),
    ...members.map(({ fullName }) => fullName ?? ''),
  ];
  return words.filter((word) => word.length >= SHORTEST_SECRET);
}
