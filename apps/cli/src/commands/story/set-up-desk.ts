import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { RegisterOrganizationUseCase } from '@kinward/organizations';
import { InitKeysUseCase } from '@kinward/runtime';
import pg from 'pg';
import type { OperatorDesk } from '../../support/open-desk.js';
import { valueOf } from '../../support/refusal.js';
import { certify } from '../people/certify.js';
import { enrol } from '../people/enrol.js';
import { displayNameOf, STORY_ORGANISATIONS, STORY_PEOPLE, type StoryPerson } from './people.js';

/** Somebody who may sign in. */
export interface Enrolled {
  readonly person: StoryPerson;
  readonly personId: string;
  readonly email: string;
  readonly passphrase: string;
}

const TRUSTEES = 3;

/**
 * Sets a desk up as its operator does the first time: organisations, trustees, people, certificates. The
 * trustees carry their key files away: they lie outside of the home, in `folder`, and are gone when this returns.
 */
export async function setUpDesk(desk: OperatorDesk, folder: string): Promise<readonly Enrolled[]> {
  const carriedAway = join(folder, 'carried-away');
  try {
    const register = desk.context.get(RegisterOrganizationUseCase, { strict: false });
    for (const organisation of STORY_ORGANISATIONS) {
      valueOf(
        await register.execute({
          ...organisation,
          jurisdiction: 'by',
          timeZone: 'Europe/Vilnius',
        }),
      );
    }
    const organizations = await desk.directory.organizations();
    const order = { trustees: TRUSTEES, organizations, folder: carriedAway };
    const { trusteeFiles } = valueOf(desk.context.get(InitKeysUseCase).execute(order));
    const people = await Promise.all(
      STORY_PEOPLE.map((person) => enrolOne(desk, person, trusteeFiles.slice(0, 2))),
    );
    await vetVolunteers(desk, people);
    return people;
  } finally {
    rmSync(carriedAway, { recursive: true, force: true });
  }
}

async function enrolOne(
  desk: OperatorDesk,
  person: StoryPerson,
  trusteeKey: readonly string[],
): Promise<Enrolled> {
  const { key, organisation, who, role, screener } = person;
  const email = `${key}@story.example`;
  const name = displayNameOf(who);
  const enrolled = await enrol(desk, { organisation, email, name, role: [role], screener });
  const { personId, passphrase } = enrolled.data as Pick<Enrolled, 'personId' | 'passphrase'>;
  await certify(desk, { person: personId, trusteeKey });
  return { person, personId, email, passphrase };
}

/** The vetting takes sixty days of probation, so it is over when the story begins; it is the one thing written past the interface. */
async function vetVolunteers(desk: OperatorDesk, people: readonly Enrolled[]): Promise<void> {
  const ids = people
    .filter(({ person }) => person.role === 'VOLUNTEER')
    .map(({ personId }) => personId);
  const client = new pg.Client({ connectionString: desk.database.addresses.adminUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO volunteer (person_id, organization_id, state, state_since, tier, country, time_zone, languages, skills,
         recheck_due_day)
       SELECT id, organization_id, 'ACTIVE', current_date - 30, 'V2', 'LT', 'Europe/Vilnius', '{be,en}', '{PARCELS}',
         current_date + 300
       FROM person WHERE id = ANY($1)`,
      [ids],
    );
  } finally {
    await client.end();
  }
}
