/** What opens each chapter. */
export const STORY_CHAPTERS = {
  HOUSE: 'A house of its own',
  ARRIVES: 'A request arrives',
  SCREENED: 'It is screened and becomes a case',
  MONEY_IN: 'Money comes in',
  FUNDED: 'The need is funded',
  SIGNED: 'Four people sign',
  DISPATCHED: 'A volunteer wins the task',
  CONFIRMED: 'The family confirms, the donor reads',
  ATTACKED: 'Somebody steals everything',
  VERIFIED: 'What is on record adds up',
} as const;

const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** The sentence of each step. Another language is another table with the same keys. */
export const STORY_TEXTS = {
  SYNTHETIC: (f: { seed: number }) =>
    `Everything here is invented (seed ${String(f.seed)}); nothing touches your own KINWARD_HOME.`,
  DATABASE_READY: (f: { tables: number; migrations: number; home: string | null }) =>
    `PostgreSQL runs on ${f.home ?? 'a temporary folder'}: ${plural(f.migrations, 'migration', 'migrations')}, ${plural(f.tables, 'table', 'tables')}.`,
  DESK_SET_UP: (f: { organisations: number; people: number; volunteers: number }) =>
    `Two trustees certified ${String(f.people)} people of ${String(f.organisations)} organisations; ${String(f.volunteers)} of them are volunteers, vetted before this story begins.`,
  SERVER_READY: (_: Readonly<Record<string, never>>) =>
    'Server, worker and a stand-in of the payment provider run.',
  INBOXES_OPENED: (f: { inboxes: number; holders: number }) =>
    `${plural(f.inboxes, 'inbox is', 'inboxes are')} open, each under keys of its own; ${plural(f.holders, 'person', 'people')} can open Lantern's.`,
  FILE_READ: (f: {
    rows: number;
    accepted: number;
    toCorrect: number;
    refused: number;
    warnings: number;
  }) =>
    `The field file has ${plural(f.rows, 'row', 'rows')}: ${String(f.accepted)} accepted, ${String(f.toCorrect)} to correct, ${String(f.refused)} without consent of which nothing is kept. It is sealed as it is read.`,
  FILE_READ_AGAIN: (f: { accepted: number; seenBefore: number }) =>
    `Read a second time it brings ${String(f.accepted)} requests; ${String(f.seenBefore)} rows were seen before.`,
  SIGNED_IN: (f: { sessions: number }) =>
    `${plural(f.sessions, 'person has', 'people have')} signed in over HTTP, each with a passphrase of their own.`,
  INBOX_SEEN: (f: { waiting: number; toCorrect: number; region: string; needs: string }) =>
    `${plural(f.waiting, 'card waits', 'cards wait')} in the inbox, ${String(f.toCorrect)} to correct; the screener takes one from ${f.region} asking for ${f.needs}.`,
  CARD_OPENED: (f: { answers: number; similar: number }) =>
    `She opens it with her own key: ${plural(f.answers, 'answer', 'answers')}, ${plural(f.similar, 'similar request', 'similar requests')}. The opening is logged.`,
  REQUEST_ACCEPTED: (f: { codename: string; state: string; drafts: number }) =>
    `Accepted: the family is ${f.codename} from now on, ${plural(f.drafts, 'need is', 'needs are')} drafted.`,
  CASE_ACTIVE: (f: { codename: string; state: string; holders: number }) =>
    `${f.codename} is ${f.state}: verified by one person, activated by another, ${String(f.holders)} hold its keys.`,
  NEED_APPROVED: (f: {
    code: string;
    amount: string;
    priority: string;
    score: number;
    approvers: number;
  }) =>
    `${f.code} over EUR ${f.amount}: ${f.priority}, ${String(f.score)} points, approved by ${plural(f.approvers, 'coordinator', 'coordinators')} who did not write it.`,
  GRANT_ARRIVED: (f: { grant: string; fund: string; amount: string }) =>
    `Grant ${f.grant}: an instalment of EUR ${f.amount} is in ${f.fund}.`,
  GIFT_PAID: (f: { amount: string; page: number; answer: number }) =>
    `A stranger gives EUR ${f.amount} on the provider's own page, without an account (answers ${String(f.page)} and ${String(f.answer)}).`,
  GIFT_ARRIVED: (f: {
    state: string;
    fee: string;
    fund: string;
    available: string;
    signed: number;
  }) =>
    `${plural(f.signed, 'signed message', 'signed messages')} of the provider later it has ${f.state}: EUR ${f.available} in ${f.fund} after a fee of EUR ${f.fee}.`,
  MATCHED: (f: { missing: string; allowed: number; first: string; reason: string }) =>
    `EUR ${f.missing} are missing; ${plural(f.allowed, 'fund', 'funds')} may pay, ${f.first} first (${f.reason}).`,
  RESERVED: (f: { amount: string; fund: string; state: string }) =>
    `EUR ${f.amount} set aside in ${f.fund}; the need is ${f.state}.`,
  PAYOUT_DRAFTED: (f: { amount: string; fund: string; channel: string; approvals: number }) =>
    `A payout of EUR ${f.amount} from ${f.fund} by ${f.channel}: the rules ask for ${plural(f.approvals, 'approval', 'approvals')}.`,
  SELF_RELEASE_REFUSED: (f: { reason: string }) =>
    `An approver who wants to send it off alone is refused: ${f.reason}.`,
  PAYOUT_SIGNED: (f: { acts: string; people: number; state: string }) =>
    `${f.acts}: ${plural(f.people, 'person', 'people')}. It is ${f.state}.`,
  TASK_OPEN: (f: { kind: string; state: string; fits: number }) =>
    `Task ${f.kind}, cleared by security, is ${f.state}; ${plural(f.fits, 'volunteer sees', 'volunteers see')} it on the board, without a word of the family.`,
  TASK_RACED: (f: { claims: number; winners: number; winner: string; others: string }) =>
    `${String(f.claims)} claims at the same moment, ${plural(f.winners, 'winner', 'winners')}: ${f.winner}. The others hear ${f.others}.`,
  DETAILS_OPENED: (f: { state: string; parts: number; others: string }) =>
    `Accepted, and only now the details open, for the holder alone: ${plural(f.parts, 'part', 'parts')}. Another volunteer gets ${f.others}.`,
  TASK_REPORTED: (f: { state: string; detailsNow: string }) =>
    `Reported as done; the details are gone for the volunteer (${f.detailsNow}).`,
  TASK_VERIFIED: (f: { state: string; by: string }) => `${f.by} looks at it: ${f.state}.`,
  DELIVERED: (f: { arrived: number; needState: string }) =>
    `${plural(f.arrived, 'payout', 'payouts')} delivered; the need is ${f.needState} and waits for the family's word.`,
  WORD_GUESSED: (f: { needState: string }) =>
    `A wrong word gets the same friendly answer and changes nothing: ${f.needState}.`,
  WORD_SAID: (f: { words: number; needState: string }) =>
    `The family says its one-time ${f.words === 1 ? 'word' : 'words, one for each payout'}: the need is ${f.needState}.`,
  DONOR_READS: (f: { given: string; fee: string; parts: string }) =>
    `By the private link the donor reads: given EUR ${f.given}, fee EUR ${f.fee}, ${f.parts}. No codename, no place.`,
  LOOT: (f: { tables: number; rows: number; files: number; megabytes: number }) =>
    `The thief has ${String(f.rows)} rows of ${String(f.tables)} tables, keyring included, and ${String(f.files)} files of the home, logs and the provider's notes among them (${String(f.megabytes)} MB).`,
  NOTHING_FOUND: (f: { secrets: number; forms: number; hits: number }) =>
    `${String(f.secrets)} names, phones, places and notes in ${String(f.forms)} spellings: ${String(f.hits)} hits.`,
  CONTROL_FOUND: (f: { rows: number; files: number; codename: string }) =>
    `A planted text is found (${plural(f.rows, 'row', 'rows')}, ${plural(f.files, 'file', 'files')}), so the search works; so is ${f.codename}, which is no secret.`,
  DISCLOSURES: (f: { entries: number; openings: number; purged: number }) =>
    `Disclosure log: ${plural(f.entries, 'opening', 'openings')}, and ${String(f.openings)} were made; the task's details are marked as destroyed (${String(f.purged)}).`,
  LEDGER: (f: { invariants: number; broken: number; provider: string; book: string }) =>
    `Ledger: ${String(f.invariants)} promises checked, ${String(f.broken)} broken; EUR ${f.book} with the provider in the books, EUR ${f.provider} on its account.`,
  AUDIT: (f: { chains: number; entries: number; broken: number }) =>
    `Audit trail: ${String(f.entries)} entries in ${plural(f.chains, 'chain', 'chains')} recomputed, ${String(f.broken)} broken.`,
  END: (f: { seconds: number; kept: string | null }) =>
    `Told in ${f.seconds.toFixed(1)} s. ${f.kept === null ? 'The folder is removed.' : `The home is kept in ${f.kept}; remove it when you have seen enough.`}`,
} as const;

export type StoryStep = keyof typeof STORY_TEXTS;
export type FactsOf<S extends StoryStep> = Parameters<(typeof STORY_TEXTS)[S]>[0];
