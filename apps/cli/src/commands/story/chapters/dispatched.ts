import type { DeskClient, Failure } from '../desk-client.js';
import { mustHold } from '../story-stopped.js';
import type { Story } from '../story.js';
import type { AidedFamily } from './screened.js';

interface TaskChanged {
  readonly taskId: string;
  readonly state: string;
}

interface Details {
  readonly what: string;
  readonly place: string | null;
  readonly contact: string | null;
}

const CHANGED = 'taskId state';
const KIND = 'BUY_AND_POST';
const PURPOSE = 'TASK';
const DUE_MS = 48 * 3_600_000;

/** A task for the need: ten volunteers claim it at once, one has it, and nobody keeps what it was about. */
export async function dispatched(story: Story, family: AidedFamily): Promise<void> {
  const taskId = await openTask(story, family);
  const winner = await race(story, taskId);
  await lookAtDetails(story, winner, taskId);
  await report(story, winner, taskId);
}

async function openTask(story: Story, { needId, codename }: AidedFamily): Promise<string> {
  const { cast, teller, seed } = story;
  const coordinator = cast.as('coordinator');
  const details: Details = {
    what: `Demo-errand ${String(seed)}: buy the list and post the box`,
    place: `Demo-Locker ${String(seed)} at the station`,
    contact: `Demo-Contact Bilberry ${String(seed)}`,
  };
  for (const text of Object.values(details)) story.secrets.add(String(text));
  const dueAt = new Date(Date.now() + DUE_MS).toISOString();
  const drafted = await change(coordinator, 'draftTask', {
    ...{ kind: KIND, needId, country: 'LT', languages: ['be'], skills: ['PARCELS'] },
    ...{ dueAt, expectedMinutes: 90, details },
  });
  const { taskId } = drafted;
  await change(cast.as('security'), 'clearTask', { taskId });
  const { state } = await change(coordinator, 'openTask', { taskId });
  const boards = await Promise.all(cast.volunteers.map((volunteer) => boardOf(volunteer)));
  const fits = boards.filter((board) => board.includes(taskId)).length;
  const told = [...Object.values(details), codename].some((text) =>
    boards.some((board) => board.includes(String(text))),
  );
  mustHold(!told, 'The board shows what only the holder of the task may read.');
  teller.tell('TASK_OPEN', { kind: KIND, state, fits });
  return taskId;
}

/** The page of the board as it came, so that nothing in it can be overlooked. */
async function boardOf(volunteer: DeskClient): Promise<string> {
  const fields = '{ edges { node { id kind country languages priority dueAt expectedMinutes } } }';
  return JSON.stringify(await volunteer.ask<object>('query', 'taskBoard', { first: 25 }, fields));
}

async function race({ cast, teller }: Story, taskId: string): Promise<DeskClient> {
  const attempts = await Promise.all(
    cast.volunteers.map(async (volunteer) => {
      const answer = await volunteer.attempt<TaskChanged>(
        'claimTask',
        'TaskChanged',
        { taskId },
        CHANGED,
      );
      return { volunteer, answer };
    }),
  );
  const winners = attempts.filter(({ answer }) => answer.__typename === 'TaskChanged');
  const others = new Set(
    attempts
      .filter(({ answer }) => answer.__typename !== 'TaskChanged')
      .map(({ answer }) => (answer as Failure).reason ?? answer.__typename),
  );
  const [winner] = winners;
  teller.tell('TASK_RACED', {
    claims: attempts.length,
    winners: winners.length,
    winner: winner?.volunteer.who ?? 'nobody',
    others: [...others].join(', '),
  });
  mustHold(
    winner !== undefined && winners.length === 1,
    `${String(winners.length)} volunteers were told that they have the task.`,
  );
  return winner.volunteer;
}

async function lookAtDetails(story: Story, winner: DeskClient, taskId: string): Promise<void> {
  const { state } = await change(winner, 'acceptTask', { taskId });
  const details = await winner.change<Details>(
    'taskDetails',
    'TaskDetailsOpened',
    { taskId },
    'what place contact',
  );
  story.openings.push({ who: winner.who, purpose: PURPOSE });
  const other = story.cast.volunteers.find((volunteer) => volunteer !== winner) ?? winner;
  const parts = Object.values(details).filter((text) => story.secrets.has(String(text))).length;
  const refusal = await refusedDetails(other, taskId);
  story.teller.tell('DETAILS_OPENED', { state, parts, others: refusal });
  mustHold(parts === 3, 'The details are not those that were written.');
}

async function report({ cast, teller, secrets, seed }: Story, winner: DeskClient, taskId: string) {
  const note = `Demo-report ${String(seed)}: left in the box, all well`;
  secrets.add(note);
  const done = { taskId, outcome: 'DONE', spentMinutes: 75, note };
  const { state } = await change(winner, 'reportTask', done);
  const detailsNow = await refusedDetails(winner, taskId);
  teller.tell('TASK_REPORTED', { state, detailsNow });
  const verifier = cast.as('coordinator');
  const verified = await change(verifier, 'verifyTask', { taskId, isDone: true });
  teller.tell('TASK_VERIFIED', { state: verified.state, by: verifier.who });
}

/** What somebody hears who may not read the details. @throws StoryStopped where they open */
async function refusedDetails(volunteer: DeskClient, taskId: string): Promise<string> {
  const answer = await volunteer.attempt<Details>(
    'taskDetails',
    'TaskDetailsOpened',
    { taskId },
    'what',
  );
  mustHold(
    answer.__typename !== 'TaskDetailsOpened',
    `${volunteer.who} can read the details of the task.`,
  );
  return (answer as Failure).code ?? answer.__typename;
}

function change(client: DeskClient, operation: string, input: object): Promise<TaskChanged> {
  return client.change<TaskChanged>(operation, 'TaskChanged', input, CHANGED);
}
