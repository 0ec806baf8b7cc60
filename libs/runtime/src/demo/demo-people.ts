import type { Role } from '@kinward/platform';
import type { Standing } from '@kinward/identity';
import { DEMO_VOLUNTEERS } from './demo-volunteers.js';

/** Somebody of the demonstration. Passphrases are public: they protect nothing and say so. */
export interface DemoPerson {
  readonly key: string;
  readonly organization: 'lantern' | 'bridge' | 'harbour';
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly screener: boolean;
  readonly standing: Standing;
}

const person = (
  key: string,
  displayName: string,
  role: Role,
  more: Partial<DemoPerson> = {},
): DemoPerson => ({
  key,
  organization: 'lantern',
  displayName,
  roles: [role],
  screener: false,
  standing: 'ACTIVE',
  ...more,
});

/** Volunteers who got an account; the first of them stands among the others, for the login of the role. */
const FURTHER_VOLUNTEERS = DEMO_VOLUNTEERS.flatMap(({ key, name }) =>
  key === null || key === 'volunteer' ? [] : [person(key, name, 'VOLUNTEER')],
);

/** The cast (decision 34): Lantern's in full, of the other two as few as their inboxes need. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('coordinator', 'Demo-Coordinator One', 'COORDINATOR', { screener: true }),
  person('coordinator-two', 'Demo-Coordinator Two', 'COORDINATOR'),
  person('caseworker', 'Demo-Caseworker One', 'CASEWORKER', { screener: true }),
  person('caseworker-two', 'Demo-Caseworker Two', 'CASEWORKER'),
  person('caseworker-three', 'Demo-Caseworker Three', 'CASEWORKER'),
  person('caseworker-new', 'Demo-Caseworker New', 'CASEWORKER', { standing: 'PROBATION' }),
  person('finance-officer', 'Demo-Finance One', 'FINANCE_OFFICER'),
  person('foundation-manager', 'Demo-Foundation One', 'FOUNDATION_MANAGER'),
  person('volunteer', 'Demo-Volunteer One', 'VOLUNTEER'),
  person('security-officer', 'Demo-Security One', 'SECURITY_OFFICER'),
  person('auditor', 'Demo-Auditor One', 'AUDITOR'),
  person('administrator', 'Demo-Administrator One', 'ADMINISTRATOR'),
  person('bridge-coordinator', 'Demo-Bridge Coordinator', 'COORDINATOR', {
    organization: 'bridge',
    screener: true,
  }),
  person('bridge-caseworker', 'Demo-Bridge Caseworker', 'CASEWORKER', { organization: 'bridge' }),
  person('harbour-coordinator', 'Demo-Harbour Coordinator', 'COORDINATOR', {
    organization: 'harbour',
    screener: true,
  }),
  ...FURTHER_VOLUNTEERS,
];

/** The same at every start, so that it can be printed again (decision 14). */
export function demoEmail(someone: DemoPerson): string {
  return `${someone.key}@${someone.organization}.example`;
}

/** Six words of the generator's list, one per syllable of public knowledge. */
export function demoPassphrase(someone: DemoPerson): string {
  return `demo lantern harbour bridge open ${someone.key}`;
}

/** The one login per role that the start prints. */
export const DEMO_LOGINS: readonly DemoPerson[] = DEMO_PEOPLE.filter(
  (someone) =>
    someone.organization === 'lantern' &&
    DEMO_PEOPLE.find((other) => other.roles[0] === someone.roles[0]) === someone,
);
