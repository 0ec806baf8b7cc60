import type { GiftDesk } from '@kinward/testing';
import { CHANGED } from '../cases/case-helpers.js';
import { aidedCase, approved, day } from '../needs/need-helpers.js';
import { publicCard } from '../publication/text-helpers.js';

/** A card of a need of 400 euros, whose family agreed to it. */
export interface StandingCard {
  readonly caseId: string;
  readonly needId: string;
  readonly cardId: string;
  readonly fundId: string;
}

/** An approved need of 400 euros of a family that agreed to a card. */
export async function consentedNeed({
  desk,
}: GiftDesk): Promise<Pick<StandingCard, 'caseId' | 'needId'>> {
  const caseId = await aidedCase(desk);
  const consent = { caseId, purpose: 'PUBLISH_CARD', givenOn: day(desk, -1), wording: 'Demo-yes' };
  await (await desk.as('caseworker')).ask('mutation', 'giveConsent', consent, CHANGED);
  const { needId } = await approved(desk, caseId);
  return { caseId, needId };
}

export async function publishedCard(gifts: GiftDesk): Promise<StandingCard> {
  const { desk } = gifts;
  const { caseId, needId } = await consentedNeed(gifts);
  const { cardId } = await publicCard(desk, needId);
  const [row] = await desk.database.asOperator<{ fund_id: string }>(
    'SELECT fund_id FROM case_card WHERE id = $1',
    [cardId],
  );
  return { caseId, needId, cardId, fundId: row?.fund_id ?? '' };
}

/** The family takes back what it agreed to. */
export async function withdrawConsent({ desk }: GiftDesk, caseId: string): Promise<void> {
  const input = { caseId, purpose: 'PUBLISH_CARD' };
  const caseworker = await desk.as('caseworker');
  const ended = await caseworker.ask('mutation', 'withdrawConsent', input, CHANGED);
  if (ended.__typename !== 'CaseChanged') throw new Error(JSON.stringify(ended));
}
