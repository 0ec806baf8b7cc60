import type { Client } from 'urql';
import { failureOf, isRefusal, type Refusal } from '../../api/outcome';
import { readToken } from '../../session/session-store';
import { ReportTaskDocument } from './mine.documents';
import type { OUTCOMES } from './states';

export type Outcome = (typeof OUTCOMES)[number];

/** What somebody said about a task, until the desk has it. */
export interface Report {
  readonly taskId: string;
  readonly outcome: Outcome;
  readonly spentMinutes: number | null;
  readonly note: string | null;
  /** HELD leaves in a moment and can be taken back; WAITING has not been sent: there was no line, or no session. */
  readonly state: 'HELD' | 'SENDING' | 'WAITING' | 'SENT' | 'REFUSED';
  readonly refusal: Refusal | null;
  /** When a held one leaves, milliseconds since 1970. */
  readonly leavesAt: number;
}

type Listener = () => void;

const TRY_AGAIN_MS = 10_000;
/** A tap can be taken back for so long: a report closes the details for good. */
const HOLD_MS = 6_000;
/** After so long without an answer a try counts as lost; repeating it is safe. */
const GIVE_UP_MS = 30_000;
/** Where a task is once a report of it has come through, by this or an earlier try. */
const REPORTED_STATES = ['REPORTED', 'VERIFIED', 'FAILED', 'ABORTED_UNSAFE'];
/** Only an alarm that was raised counts as one. */
const ALARMED_STATES = ['ABORTED_UNSAFE'];

/** In the memory of this page and nowhere else: a note may say more than a device should keep. */
let reports: readonly Report[] = [];
let timer: ReturnType<typeof setInterval> | null = null;
/** Who speaks, and through what; a report never leaves under the token of somebody else. */
let speaker: {
  readonly personId: string;
  readonly client: Client;
  readonly token: string | null;
} | null = null;
const listeners = new Set<Listener>();

/** All reports of this page, the oldest first. */
export function readReports(): readonly Report[] {
  return reports;
}

/** Hears of every change. */
export function onReports(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The session has begun, or began anew after the lock: what waits goes on. Somebody else finds nothing here. */
export function speakAs(personId: string, client: Client): void {
  if (speaker !== null && speaker.personId !== personId) set([]);
  speaker = { personId, client, token: readToken() };
  sendWaiting();
}

/**
 * Sends a report, and keeps it and tries again for as long as it did not get through. What is unsafe leaves at once,
 * everything else after a moment in which {@link takeBack} is possible.
 */
export function sendReport(report: Omit<Report, 'state' | 'refusal' | 'leavesAt'>): void {
  const isAlarm = report.outcome === 'UNSAFE';
  const leavesAt = Date.now() + (isAlarm ? 0 : HOLD_MS);
  put({ ...report, state: isAlarm ? 'WAITING' : 'HELD', refusal: null, leavesAt });
  if (isAlarm) return sendWaiting();
  // A timer may be a little early.
  setTimeout(releaseHeld, HOLD_MS + 50);
}

/** Takes a report back that has not left yet. */
export function takeBack(taskId: string): void {
  set(reports.filter((each) => each.taskId !== taskId || each.state !== 'HELD'));
}

/** @param isAll also those whose moment is not over: the page is about to go */
function releaseHeld(isAll = false): void {
  const isDue = ({ state, leavesAt }: Report): boolean =>
    state === 'HELD' && (isAll || leavesAt <= Date.now());
  if (!reports.some(isDue)) return;
  set(reports.map((each) => (isDue(each) ? { ...each, state: 'WAITING' as const } : each)));
  sendWaiting();
}

/** A phone that is put away stops its timers: what was said leaves before. */
function hidden(): void {
  if (document.visibilityState === 'hidden') releaseHeld(true);
}

/** Tries all that wait, now. */
export function sendWaiting(): void {
  if (speaker === null || speaker.token === null || speaker.token !== readToken()) return;
  for (const report of reports) if (report.state === 'WAITING') void send(speaker.client, report);
}

/** Takes a report off the screen: it was read, or it cannot be sent. */
export function forgetReport(taskId: string): void {
  set(reports.filter((each) => each.taskId !== taskId));
}

/** Without a version: the same report sent twice meets its own state, and nothing else can have changed it. */
async function send(client: Client, report: Report): Promise<void> {
  const { taskId, outcome, spentMinutes, note } = report;
  const sending: Report = { ...report, state: 'SENDING' };
  put(sending);
  const input = { taskId, outcome, spentMinutes, note };
  const answer = await Promise.race([
    client.mutation(ReportTaskDocument, { input }).toPromise(),
    new Promise<null>((give) => setTimeout(() => give(null), GIVE_UP_MS)),
  ]);
  // Something graver was said meanwhile.
  if (!reports.includes(sending)) return;
  const { data, error } = answer ?? {};
  if (error !== undefined || data === undefined) {
    const isFinal = error !== undefined && failureOf(error) === 'FORBIDDEN';
    return put({ ...report, state: isFinal ? 'REFUSED' : 'WAITING' });
  }
  const result = data.reportTask;
  if (!isRefusal(result)) return put({ ...report, note: null, state: 'SENT' });
  const refusal = result as Refusal;
  const arrived = outcome === 'UNSAFE' ? ALARMED_STATES : REPORTED_STATES;
  const isThere = arrived.includes(refusal.presentState ?? '');
  put({ ...report, note: isThere ? null : note, state: isThere ? 'SENT' : 'REFUSED', refusal });
}

function put(report: Report): void {
  const others = reports.filter((each) => each.taskId !== report.taskId);
  set([...others, report]);
}

function set(next: readonly Report[]): void {
  reports = next;
  const isWaiting = next.some(({ state }) => ['HELD', 'WAITING', 'SENDING'].includes(state));
  if (isWaiting && timer === null) {
    timer = setInterval(sendWaiting, TRY_AGAIN_MS);
    addEventListener('online', sendWaiting);
    addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', hidden);
  } else if (!isWaiting && timer !== null) {
    clearInterval(timer);
    timer = null;
    removeEventListener('online', sendWaiting);
    removeEventListener('beforeunload', warn);
    document.removeEventListener('visibilitychange', hidden);
  }
  for (const listener of listeners) listener();
}

/** Closing the page would lose what has not been sent; a change of people is never held up. */
function warn(event: BeforeUnloadEvent): void {
  if (speaker !== null && speaker.token === readToken()) event.preventDefault();
}
