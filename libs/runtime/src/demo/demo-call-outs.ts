import { CARD_DAY } from './demo-gifts.js';
import type { DemoPayout } from './demo-need.js';
import { PRESENT } from './demo-timeline.js';

/** What somebody does about a call-out. */
type DemoCallOutAct =
  | 'RAISE'
  | 'ACKNOWLEDGE'
  | 'PROCEED'
  | 'FALSE_ALARM'
  | 'SUSPECTED_PROVOCATION'
  | 'DISPATCH'
  | 'DO_TASK'
  | 'PAY'
  | 'LET_TIME_ACT'
  | 'BEGIN'
  | 'STABILISE'
  | 'SIGN'
  | 'OFFER'
  | 'ACCEPT'
  | 'CLOSE';

export interface DemoCallOutStep {
  /** Minutes after the step before. */
  readonly after: number;
  /** Key of a person, or `worker`. */
  readonly by: string;
  readonly act: DemoCallOutAct;
  /** Kind of the task, code of the need, key of the owner or outcome, where the act needs one. */
  readonly about: string;
}

/** A call-out of the demonstration, told day by day. Its words are sealed, and invented like everything else. */
export interface DemoCallOut {
  /** The family; null where nobody knows it, or where there are many. */
  readonly codename: string | null;
  readonly triggerCode: string;
  readonly words: string;
  readonly chapters: readonly {
    readonly daysAgo: number;
    readonly steps: readonly DemoCallOutStep[];
  }[];
}

/** How the need is paid that `PAY` names: security looks at a funeral each time. */
export const CALL_OUT_PAYOUT: DemoPayout & { readonly channelClass: string } = {
  until: 'RECONCILED',
  channelClass: 'VIA_RELATIVE_ABROAD',
  isClearedBySecurity: true,
};

/** The people of the duty desk, who look at most of the alarms. */
const DESK = 'coordinator';
const SECURITY = 'security-officer';

const step = (by: string, act: DemoCallOutAct, after = 1, about = ''): DemoCallOutStep => ({
  ...{ by, act, after, about },
});

/** Somebody raises the alarm, the duty desk sees it after some minutes, and two people find that it is so. */
const judged = (by: string, seenAfter = 3): readonly DemoCallOutStep[] => [
  step(by, 'RAISE'),
  step(DESK, 'ACKNOWLEDGE', seenAfter),
  step(DESK, 'PROCEED', 2),
  step(SECURITY, 'PROCEED', 2),
];

const HOUR = 60;

/** Between them a call-out in every state (domain.md C5). */
export const DEMO_CALL_OUTS: readonly DemoCallOut[] = [
  {
    codename: 'LAPWING-20',
    triggerCode: 'DEATH_IN_CUSTODY',
    words: 'Demo-alarm: the prison called the widow, nobody told her the cause.',
    chapters: [
      {
        daysAgo: 20,
        steps: [
          ...judged('caseworker-three', 6),
          step(DESK, 'DISPATCH', 5),
          step('volunteer-six', 'DO_TASK', 6 * HOUR, 'TRANSLATE'),
          step('worker', 'LET_TIME_ACT'),
          step('caseworker-three', 'PAY', 12 * HOUR, 'FUN-DEATH'),
          step('coordinator-two', 'SIGN', 2 * HOUR),
          step('caseworker-three', 'STABILISE', 20 * HOUR),
          step(DESK, 'OFFER', HOUR, 'caseworker-three'),
          step('caseworker-three', 'ACCEPT', HOUR),
          step(DESK, 'CLOSE', 20 * HOUR, 'STABLE_WITH_OWNER'),
        ],
      },
    ],
  },
  {
    // The day of the fourteen.
    codename: null,
    triggerCode: 'SURGE',
    words: 'Demo-alarm: a bus is on its way, and it comes to us instead of Warsaw.',
    chapters: [
      {
        daysAgo: 12,
        steps: [
          ...judged('caseworker-two', 2),
          step(DESK, 'DISPATCH', 2),
          step('volunteer-six', 'DO_TASK', 1, 'RECEPTION_SHIFT'),
          step('volunteer', 'DO_TASK', 1, 'SHOP_FOR_ARRIVALS'),
          step('worker', 'LET_TIME_ACT'),
        ],
      },
      {
        daysAgo: 11,
        steps: [
          step(DESK, 'STABILISE'),
          step(DESK, 'OFFER', 1, 'caseworker-two'),
          step('caseworker-two', 'ACCEPT', 1),
        ],
      },
    ],
  },
  {
    // Seen after 9 minutes, a lawyer within 5 hours, stable in 31; the second signature is due a day from now.
    codename: 'HERON-41',
    triggerCode: 'CHILD_ALONE',
    words: 'Demo-alarm: both parents were taken, the boy is with his grandmother.',
    chapters: [
      {
        daysAgo: 2,
        steps: [
          ...judged('caseworker', 9),
          step(DESK, 'DISPATCH', 6),
          step('volunteer-seven', 'DO_TASK', 4 * HOUR + 35, 'FIND_LAWYER'),
          step('worker', 'LET_TIME_ACT'),
          step('caseworker', 'STABILISE', 26 * HOUR + 5),
        ],
      },
    ],
  },
  {
    codename: 'WAGTAIL-58',
    triggerCode: 'RAID',
    words: 'Demo-alarm: two men at the door asked the neighbours about her.',
    chapters: [
      { daysAgo: PRESENT, steps: [step('caseworker-three', 'RAISE')] },
      // Nobody has seen it for an hour.
      { daysAgo: CARD_DAY, steps: [step('worker', 'LET_TIME_ACT')] },
    ],
  },
  {
    codename: 'PLOVER-33',
    triggerCode: 'MEDICAL',
    words: 'Demo-alarm: the child was taken to hospital at night.',
    chapters: [
      {
        daysAgo: PRESENT,
        steps: [
          step('caseworker', 'RAISE'),
          step(DESK, 'FALSE_ALARM', 8),
          step('coordinator-two', 'FALSE_ALARM', 9),
        ],
      },
    ],
  },
  {
    codename: 'STORK-11',
    triggerCode: 'RAID',
    words: 'Demo-alarm: she is asked to come to the investigator tomorrow.',
    chapters: [{ daysAgo: PRESENT, steps: judged('caseworker') }],
  },
  {
    codename: null,
    triggerCode: 'ARREST',
    words: 'Demo-alarm: a man was taken at the border, we do not know his family yet.',
    chapters: [
      {
        daysAgo: CARD_DAY,
        steps: [
          ...judged('caseworker-three'),
          step(DESK, 'DISPATCH'),
          step('caseworker-three', 'BEGIN', 4),
        ],
      },
    ],
  },
  {
    codename: 'SISKIN-24',
    triggerCode: 'SUICIDE_RISK',
    words: 'Demo-alarm: he did not come to his session and said farewell.',
    chapters: [
      { daysAgo: CARD_DAY, steps: [...judged('caseworker-two', 1), step(DESK, 'DISPATCH')] },
    ],
  },
  {
    // The second of the two calls is missing.
    codename: 'DIPPER-07',
    triggerCode: 'MEDICAL',
    words: 'Demo-alarm: his brother was told that the operation is put off.',
    chapters: [{ daysAgo: CARD_DAY, steps: judged('caseworker').slice(0, 3) }],
  },
  {
    // Her channel has been reset, and she asks for places and names: security stops it.
    codename: 'BITTERN-06',
    triggerCode: 'EVACUATION',
    words: 'Demo-alarm: she writes that she must leave today and asks who could drive her.',
    chapters: [
      { daysAgo: CARD_DAY, steps: judged('caseworker-two').slice(0, 2) },
      { daysAgo: 0, steps: [step(SECURITY, 'SUSPECTED_PROVOCATION', 0)] },
    ],
  },
];
