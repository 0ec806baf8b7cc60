import { randomUUID } from 'node:crypto';
import { euros, minorOf } from '../euros.js';
import { mustHold } from '../story-stopped.js';
import type { Story } from '../story.js';
import { readGift, type Donor } from './money-in.js';
import type { AidedFamily } from './screened.js';

const CHANGED = 'disbursementId state';

/** Delivered, confirmed by the family's own word, and read by who gave. */
export async function confirmed(
  story: Story,
  family: AidedFamily,
  payouts: readonly string[],
  donor: Donor,
): Promise<void> {
  const words = await deliver(story, family, payouts);
  await sayWords(story, family, words);
  await donorReads(story, family, donor);
}

async function deliver(
  story: Story,
  family: AidedFamily,
  payouts: readonly string[],
): Promise<readonly string[]> {
  const { cast, teller } = story;
  const words: string[] = [];
  for (const disbursementId of payouts) {
    const delivery = { commandKey: randomUUID(), disbursementId };
    await cast.as('finance').change('markDelivered', 'DisbursementChanged', delivery, CHANGED);
    const issued = await cast
      .as('caseworker')
      .change<{ word: string }>(
        'issueReceiptWord',
        'ReceiptWordIssued',
        { disbursementId },
        'word',
      );
    words.push(issued.word);
    story.secrets.add(issued.word);
  }
  const needState = await stateOf(story, family);
  teller.tell('DELIVERED', { arrived: payouts.length, needState });
  return words;
}

async function sayWords(
  story: Story,
  family: AidedFamily,
  words: readonly string[],
): Promise<void> {
  const { cast, teller } = story;
  const say = (word: string): Promise<{ message: string }> =>
    cast.stranger.change('confirmReceipt', 'ReceiptNoted', { word }, 'message');
  const guessed = await say('demo nobody 00');
  const before = await stateOf(story, family);
  teller.tell('WORD_GUESSED', { needState: before });
  mustHold(before !== 'CONFIRMED', 'A wrong word confirmed the receipt.');
  for (const word of words) {
    const { message } = await say(word);
    mustHold(message === guessed.message, 'The answer tells whether a word was right.');
  }
  const needState = await stateOf(story, family);
  teller.tell('WORD_SAID', { words: words.length, needState });
  mustHold(needState === 'CONFIRMED', `The need is ${needState} and not confirmed.`);
}

async function donorReads(story: Story, family: AidedFamily, donor: Donor): Promise<void> {
  const gift = await readGift(story, donor);
  const parts = gift.parts.map(({ status, group, amount }) =>
    [`EUR ${euros(minorOf(amount))}`, status, ...(group === null ? [] : [`(${group})`])].join(' '),
  );
  story.teller.tell('DONOR_READS', {
    given: euros(minorOf(gift.amount)),
    fee: euros(minorOf(gift.fee)),
    parts: parts.join(', '),
  });
  const page = JSON.stringify(gift);
  mustHold(
    !page.includes(family.codename) && !page.includes(family.caseId),
    'The private page of the donor says which family it was.',
  );
  mustHold(
    gift.parts.some(({ status }) => status === 'CONFIRMED'),
    'The donor does not read that the family has confirmed.',
  );
  const sum = gift.parts.reduce((total, { amount }) => total + minorOf(amount), 0n);
  mustHold(
    sum + minorOf(gift.fee) === minorOf(gift.amount),
    'The parts of the gift and its fee are not the gift.',
  );
}

async function stateOf({ cast }: Story, { needId }: AidedFamily): Promise<string> {
  const need = await cast
    .as('caseworker')
    .read<{ state: string }>('need', 'Need', { needId }, 'state');
  return need.state;
}
