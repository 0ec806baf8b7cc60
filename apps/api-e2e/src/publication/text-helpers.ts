import { randomUUID } from 'node:crypto';
import type { TestDesk } from '@kinward/testing';

const DONE = {
  writePublicText: '... on PublicTextWritten { textId state }',
  publishPublicText: '... on PublicTextPublished { textId cardId visibleFrom }',
  sendBackPublicText: '... on PublicTextTakenBack { textId }',
  withdrawPublicText: '... on PublicTextTakenBack { textId }',
} as const;
export type TextAct = keyof typeof DONE;

/** What an act on a public text answers with. */
const answerOf = (act: TextAct): string => `{ __typename ${DONE[act]}
  ... on Refused { reason message } ... on UserError { code } ... on WrongState { presentState }
  ... on StaleVersion { currentVersion } ... on InvalidInput { field reason } }`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the selection
type AnyAnswer = any;

/** Persons of the list by sex; enough of each for every facet alone. */
const LIST = `
  INSERT INTO public_list_cell (organization_id, sex, region, year, term, children, persons)
  SELECT o.id, s.sex, r.region, y.year, 'FROM_2_TO_5', c.children, CASE s.sex WHEN 'F' THEN 1 ELSE 6 END
  FROM organization o, unnest(ARRAY['F', 'M']) AS s(sex), unnest(ARRAY['IN_WEST', 'IN_EAST', 'IN_CAPITAL']) AS r(region),
    generate_series(2020, 2025) AS y(year), unnest(ARRAY['NONE', 'ONE', 'TWO']) AS c(children)
  WHERE o.code = 'lantern' ON CONFLICT DO NOTHING`;

/** Gives the first organisation a public list of 378 persons, of whom 54 are women. */
export async function importList(desk: TestDesk): Promise<void> {
  await desk.database.asOperator(LIST);
}

/** Lets the two weeks pass that a need must have been approved for. */
export async function letCool(desk: TestDesk, needId: string): Promise<void> {
  await desk.database.asOperator(
    `UPDATE need_transition SET made_at = made_at - interval '15 days' WHERE need_id = $1`,
    [needId],
  );
}

/** A text like no other, without a figure. */
export function newBody(): string {
  const word = (): string => randomUUID().replaceAll('-', '').replace(/\d/g, 'o');
  return `Demo ${word()} ${word()} ${word()}`;
}

/** What somebody writes about a need. */
export function writing(needId: string, more: object = {}): Record<string, unknown> {
  const text = { kind: 'CARD', facts: [], body: newBody(), propose: true };
  return { needId, ...text, commandKey: randomUUID(), ...more };
}

/** Somebody acts on a text. */
export async function act(
  desk: TestDesk,
  who: string,
  operation: TextAct,
  input: object,
): Promise<AnyAnswer> {
  return (await desk.as(who)).ask('mutation', operation, input, answerOf(operation));
}

/** The first coordinator writes. */
export async function write(desk: TestDesk, needId: string, more: object = {}): Promise<AnyAnswer> {
  return act(desk, 'coordinator', 'writePublicText', writing(needId, more));
}

/** Somebody lets a text out. */
export async function letOut(
  desk: TestDesk,
  textId: string,
  who = 'coordinator-two',
  more: object = {},
): Promise<AnyAnswer> {
  const input = { textId, version: 1, hasInterest: false, commandKey: randomUUID(), ...more };
  return act(desk, who, 'publishPublicText', input);
}

/** A card that the public sees: written by one, let out by another, and cooled. */
export async function publicCard(
  desk: TestDesk,
  needId: string,
  more: object = {},
): Promise<{ readonly textId: string; readonly cardId: string }> {
  await importList(desk);
  await letCool(desk, needId);
  const written = await write(desk, needId, more);
  if (written.__typename !== 'PublicTextWritten') throw new Error(JSON.stringify(written));
  const published = await letOut(desk, written.textId);
  if (published.__typename !== 'PublicTextPublished') throw new Error(JSON.stringify(published));
  return { textId: written.textId, cardId: published.cardId };
}

/** The codename under which the public knows a card. */
export async function codenameOf(desk: TestDesk, cardId: string): Promise<string> {
  const [row] = await desk.database.asOperator<{ name: string }>(
    'SELECT public_codename AS name FROM case_card WHERE id = $1',
    [cardId],
  );
  return row?.name ?? '';
}
