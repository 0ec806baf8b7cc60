import type { Problem, ReadSubmission } from '../reading/read-submission.js';
import type { IntakeState } from '../intake-states.js';
import type { RowOutcome } from './import-report.js';

/** Keyed hashes of a submission, as hexadecimal text. */
export interface SubmissionKeys {
  /** Of its own id. */
  readonly submission: string;
  /** Of the id that it shares with its edits; the same where it is no edit. */
  readonly root: string;
  /** Of everything it says but the members. */
  readonly content: string;
  /** Of everything with the members; null where the row has none. */
  readonly contentWithMembers: string | null;
}

/** A request as the inbox has it. */
export interface KnownRequest {
  readonly id: string;
  state: IntakeState;
  submissionKey: string;
  readonly rootKey: string;
  caseId: string | null;
  proposedProblem: string | null;
  /** The earlier version that this one took the place of. */
  readonly supersedes: string | null;
}

/** A version that was read before. */
export interface Receipt {
  readonly requestId: string;
  /** Null for one of an earlier import. */
  readonly rowOfThisImport: number | null;
  /** It was a later version of a request that the inbox had already. */
  readonly isRepeat: boolean;
}

export type Change =
  /** Nobody has it yet. */
  | { readonly kind: 'ADD'; readonly request: KnownRequest; readonly read: ReadSubmission }
  /** The inbox keeps the later version; a case is opened where there was none and nothing stands in the way. */
  | { readonly kind: 'REPLACE'; readonly request: KnownRequest; readonly read: ReadSubmission }
  /** An edit of one that still waits: `request` is the edit, with the case of the one before, which is over. */
  | {
      readonly kind: 'SUPERSEDE';
      readonly request: KnownRequest;
      readonly superseded: KnownRequest;
      readonly read: ReadSubmission;
    }
  /** Somebody works on it: the later version is put beside it. */
  | { readonly kind: 'PROPOSE'; readonly request: KnownRequest; readonly read: ReadSubmission }
  /** The later version has no consent: nothing of it is kept but that. */
  | { readonly kind: 'NOTE_WITHDRAWAL'; readonly request: KnownRequest };

export interface Verdict {
  readonly outcome: RowOutcome;
  readonly change: Change | null;
  /** To be kept for each of the row's contents. */
  readonly receipt: Receipt | null;
}

/** Requests that a batch of rows may concern, kept in step with what the batch decides. */
export class Inbox {
  private readonly bySubmission = new Map<string, KnownRequest>();
  private readonly byRoot = new Map<string, KnownRequest>();
  private readonly receipts = new Map<string, Receipt>();
  private readonly ids = new Set<string>();

  /** Learns what is stored, unless rows that were judged before have changed it. */
  learn(request: KnownRequest): void {
    if (!this.ids.has(request.id)) this.know(request);
  }

  know(request: KnownRequest): void {
    this.ids.add(request.id);
    this.bySubmission.set(request.submissionKey, request);
    if (request.state !== 'SUPERSEDED') this.byRoot.set(request.rootKey, request);
  }

  receive(contentKey: string, receipt: Receipt): void {
    if (!this.receipts.has(contentKey)) this.receipts.set(contentKey, receipt);
  }

  /** The version that counts now of what a row is about. */
  find(keys: SubmissionKeys): KnownRequest | null {
    const found =
      this.bySubmission.get(keys.submission) ??
      this.byRoot.get(keys.root) ??
      this.bySubmission.get(keys.root) ??
      null;
    return found?.state === 'SUPERSEDED' ? (this.byRoot.get(found.rootKey) ?? found) : found;
  }

  /** Whether a later version has taken the place of this very one. */
  isSuperseded({ submission }: SubmissionKeys): boolean {
    return this.bySubmission.get(submission)?.state === 'SUPERSEDED';
  }

  receiptOf(contentKey: string): Receipt | null {
    return this.receipts.get(contentKey) ?? null;
  }
}

/**
 * Decides what a row does to the inbox, and writes that into `inbox` so that the next row of the batch sees it
 * (decisions 22 and 23, and the rules of the intake's data set).
 * @param row number of the row in the export
 * @param freshId id for a request that nobody has yet
 */
export function judge(
  inbox: Inbox,
  row: number,
  keys: SubmissionKeys,
  read: ReadSubmission,
  freshId: () => string,
): Verdict {
  const request = inbox.find(keys);
  const receipt = inbox.receiptOf(keys.contentWithMembers ?? keys.content);
  if (receipt !== null) {
    return { outcome: repeated(receipt, row, read), change: null, receipt: null };
  }
  if (request !== null && isEarlierVersion(inbox, request, keys)) {
    return { outcome: duplicateOf(read), change: null, receipt: null };
  }
  const isSameSubmission = request?.submissionKey === keys.submission;
  const change = changeOf(inbox, request, keys, read, freshId);
  const isRepeat = change.kind !== 'ADD' && change.wasReadable && isSameSubmission;
  const fresh = { requestId: change.request.id, rowOfThisImport: row, isRepeat };
  for (const content of contentsOf(keys)) inbox.receive(content, fresh);
  return {
    outcome: isRepeat ? duplicateOf(read) : outcomeOf(read),
    change: change.change,
    receipt: fresh,
  };
}

/** What a row without consent does: nothing, unless the family had given it before. */
export function judgeRefused(inbox: Inbox, keys: SubmissionKeys): Verdict {
  const refused = { outcome: { kind: 'REFUSED', code: 'NO_CONSENT' }, receipt: null } as const;
  const request = inbox.find(keys);
  if (request === null || isEarlierVersion(inbox, request, keys)) {
    return { ...refused, change: null };
  }
  if (request.proposedProblem === 'CONSENT_WITHDRAWN') return { ...refused, change: null };
  request.proposedProblem = 'CONSENT_WITHDRAWN';
  return { ...refused, change: { kind: 'NOTE_WITHDRAWAL', request } };
}

/** The keys under which a row's contents are kept. */
export function contentsOf(keys: SubmissionKeys): string[] {
  return [keys.content, keys.contentWithMembers].filter((key) => key !== null);
}

interface Decided {
  readonly kind: Change['kind'];
  readonly request: KnownRequest;
  readonly change: Change;
  /** The request could be read before this row came. */
  readonly wasReadable: boolean;
}

function changeOf(
  inbox: Inbox,
  request: KnownRequest | null,
  keys: SubmissionKeys,
  read: ReadSubmission,
  freshId: () => string,
): Decided {
  const state = read.problem === null ? 'INBOX' : 'TO_CORRECT';
  if (request === null) {
    const added: KnownRequest = {
      id: freshId(),
      state,
      submissionKey: keys.submission,
      rootKey: keys.root,
      caseId: null,
      proposedProblem: null,
      supersedes: null,
    };
    inbox.know(added);
    const change = { kind: 'ADD', request: added, read } as const;
    return { kind: 'ADD', request: added, change, wasReadable: false };
  }
  const wasReadable = request.state !== 'TO_CORRECT';
  const mayReplace = !wasReadable || (request.state === 'INBOX' && read.problem === null);
  if (mayReplace && request.submissionKey !== keys.submission) {
    const edit = superseding(request, keys, state, freshId());
    inbox.know(edit);
    const change = { kind: 'SUPERSEDE', request: edit, superseded: request, read } as const;
    return { kind: 'SUPERSEDE', request: edit, change, wasReadable };
  }
  if (mayReplace) request.state = state;
  const kind = mayReplace ? 'REPLACE' : 'PROPOSE';
  return { kind, request, change: { kind, request, read }, wasReadable };
}

/** The edit of a request; the case that was opened for the one before is its own from now on. */
function superseding(
  before: KnownRequest,
  keys: SubmissionKeys,
  state: IntakeState,
  id: string,
): KnownRequest {
  const { caseId, rootKey } = before;
  before.state = 'SUPERSEDED';
  before.caseId = null;
  return {
    id,
    state,
    submissionKey: keys.submission,
    rootKey,
    caseId,
    proposedProblem: null,
    supersedes: before.id,
  };
}

/** The first version of a line of edits never replaces a later one, nor does one that was replaced. */
function isEarlierVersion(inbox: Inbox, request: KnownRequest, keys: SubmissionKeys): boolean {
  if (inbox.isSuperseded(keys)) return true;
  return keys.submission === keys.root && request.submissionKey !== keys.submission;
}

/** A row that an interrupted reading of the same file had got to gets the answer that it had then. */
function repeated(receipt: Receipt, row: number, read: ReadSubmission): RowOutcome {
  return receipt.rowOfThisImport === row && !receipt.isRepeat ? outcomeOf(read) : duplicateOf(read);
}

function duplicateOf(read: ReadSubmission): RowOutcome {
  return read.problem === null ? { kind: 'DUPLICATE' } : toCorrect(read.problem);
}

function outcomeOf({ problem, warnings }: ReadSubmission): RowOutcome {
  return problem === null ? { kind: 'ACCEPTED', warnings } : toCorrect(problem);
}

function toCorrect({ field, code }: Problem): RowOutcome {
  return { kind: 'TO_CORRECT', field, code };
}
