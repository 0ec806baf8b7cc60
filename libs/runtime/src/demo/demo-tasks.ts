import type { TaskState } from '@kinward/dispatch';

/** A task of the demonstration; what it is about is sealed, and invented like everything else. */
export interface DemoTask {
  readonly kind: string;
  /** The family it is for; null for none in particular. */
  readonly codename: string | null;
  readonly country: string | null;
  readonly dueInHours: number;
  readonly minutes: number;
  readonly what: string;
  readonly place: string | null;
  readonly contact: string | null;
  /** The volunteer who takes it. */
  readonly doer: string | null;
  /** How far it has come on the day of the seeding. */
  readonly until: TaskState;
  /** Asked by the doer, and what the desk answers. */
  readonly question: { readonly text: string; readonly answer: string } | null;
}

const task = (given: Partial<DemoTask> & Pick<DemoTask, 'kind' | 'until' | 'what'>): DemoTask => ({
  ...{ codename: null, country: null, dueInHours: 96, minutes: 90 },
  ...{ place: null, contact: null, doer: null, question: null },
  ...given,
});

/** Opened twelve days ago and taken by nobody: the desk lets it run out. */
export const DEMO_MISSED_TASK = task({
  kind: 'RESEARCH',
  what: 'Demo-task: find three hostels that take people without papers.',
  until: 'EXPIRED',
  dueInHours: 48,
});

/** For the twelve families: with those of call-outs, a task in every state (domain.md C5). */
export const DEMO_TASKS: readonly DemoTask[] = [
  task({
    kind: 'BUY_AND_POST',
    codename: 'STORK-11',
    what: 'Demo-task: warm socks, three pairs, to the relative who sends the parcel.',
    contact: 'Demo-contact of the relative',
    until: 'DRAFT',
  }),
  task({
    kind: 'TRANSLATE',
    codename: 'DIPPER-07',
    what: 'Demo-task: a medical report, two pages, without names.',
    until: 'CLEARED',
  }),
  task({
    kind: 'WRITE_LETTERS',
    codename: 'KINGFISHER-05',
    what: 'Demo-task: a letter about anything that is not politics.',
    until: 'OPEN',
    dueInHours: 240,
  }),
  task({
    kind: 'RECEPTION_SHIFT',
    country: 'LT',
    what: 'Demo-task: tea and forms at the reception desk on Saturday.',
    until: 'OPEN',
  }),
  task({
    kind: 'ACCOMPANY',
    codename: 'SWIFT-12',
    country: 'LT',
    what: 'Demo-task: to the dentist and back.',
    place: 'Demo-place in front of the clinic',
    contact: 'Demo-contact of Swift',
    doer: 'volunteer-six',
    until: 'CLAIMED',
  }),
  task({
    kind: 'DRIVE',
    codename: 'SISKIN-24',
    country: 'LT',
    what: 'Demo-task: two people and a pram to the rehabilitation centre.',
    place: 'Demo-place by the fountain',
    contact: 'Demo-contact of Siskin',
    doer: 'volunteer-six',
    until: 'ACCEPTED',
  }),
  task({
    kind: 'MENTOR',
    codename: 'SWIFT-12',
    what: 'Demo-task: the first six months; once a week, where he likes.',
    contact: 'Demo-contact of Swift',
    doer: 'volunteer-mentor',
    until: 'IN_PROGRESS',
    dueInHours: 600,
    question: {
      text: 'Demo-question: may I help him to open a bank account?',
      answer: 'Demo-answer: yes, and take the letter of the office along.',
    },
  }),
  task({
    kind: 'BUY_AND_POST',
    codename: 'HERON-41',
    what: 'Demo-task: school things for a boy of eight.',
    contact: 'Demo-contact of Heron',
    doer: 'volunteer-seven',
    until: 'REPORTED',
  }),
  task({
    kind: 'PHONE_CHECK',
    codename: 'SWIFT-12',
    what: 'Demo-task: call and ask whether he slept.',
    contact: 'Demo-contact of Swift',
    doer: 'volunteer-mentor',
    // Only one person is trusted with him, and that one cannot: it waits for the desk.
    until: 'RETURNED_TO_POOL',
  }),
  task({
    kind: 'TRANSLATE',
    codename: 'LAPWING-20',
    what: 'Demo-task: the certificate for the funeral office.',
    until: 'CANCELLED',
  }),
  task({
    kind: 'TRANSLATE',
    codename: 'PLOVER-33',
    what: 'Demo-task: a form of the school, by hand.',
    doer: 'volunteer-two',
    until: 'FAILED',
  }),
  // What she writes is not what she would write: the helper turns back, and security hears of it (BITTERN's story).
  task({
    kind: 'DELIVER_HANDOFF',
    codename: 'BITTERN-06',
    what: 'Demo-task: a bag with medicine.',
    place: 'Demo-place at the market',
    contact: 'Demo-contact of Bittern',
    doer: 'volunteer-seven',
    until: 'ABORTED_UNSAFE',
  }),
];
