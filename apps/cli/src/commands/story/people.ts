import type { Role } from '@kinward/platform';

/** Somebody of the story; invented, as everything in it. */
export interface StoryPerson {
  readonly key: string;
  readonly organisation: 'lantern' | 'bridge' | 'harbour';
  readonly who: string;
  readonly role: Role;
  readonly screener: boolean;
}

/** The organisations that the intake form names. */
export const STORY_ORGANISATIONS = [
  { code: 'lantern', name: 'Lantern' },
  { code: 'bridge', name: 'Bridge' },
  { code: 'harbour', name: 'Harbour' },
] as const;

/** Volunteers who go for the one task. */
export const RACERS = 10;

const person = (
  key: string,
  who: string,
  role: Role,
  more: Partial<StoryPerson> = {},
): StoryPerson => ({ key, who, role, organisation: 'lantern', screener: false, ...more });

/** One for each part; every inbox has its own coordinator, who holds its key. */
export const STORY_PEOPLE: readonly StoryPerson[] = [
  person('coordinator', 'The coordinator', 'COORDINATOR', { screener: true }),
  person('second-coordinator', 'The second coordinator', 'COORDINATOR'),
  person('caseworker', 'The caseworker', 'CASEWORKER', { screener: true }),
  person('deputy', 'The deputy', 'CASEWORKER'),
  person('finance', 'The finance officer', 'FINANCE_OFFICER'),
  person('foundation', 'The foundation manager', 'FOUNDATION_MANAGER'),
  person('security', 'The security officer', 'SECURITY_OFFICER'),
  person('auditor', 'The auditor', 'AUDITOR'),
  person('bridge', 'The coordinator of Bridge', 'COORDINATOR', {
    organisation: 'bridge',
    screener: true,
  }),
  person('harbour', 'The coordinator of Harbour', 'COORDINATOR', {
    organisation: 'harbour',
    screener: true,
  }),
  ...Array.from({ length: RACERS }, (_, index) =>
    person(`volunteer-${String(index + 1)}`, `Volunteer ${String(index + 1)}`, 'VOLUNTEER'),
  ),
];

/** Whose key opens the inbox of an organisation first. */
export const INBOX_KEEPERS = ['coordinator', 'bridge', 'harbour'] as const;

/** How somebody of the story stands in the desk's own lists; `who` as in the sentences. */
export function displayNameOf(who: string): string {
  return `Demo-${who.replace(/^The /, '')}`;
}
