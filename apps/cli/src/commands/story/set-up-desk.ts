import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LoginUseCase, LogoutUseCase, SessionAuthenticator } from '@kinward/identity';
import { RegisterOrganizationUseCase } from '@kinward/organizations';
import { UnitOfWork, type Actor } from '@kinward/platform';
import { InitKeysUseCase } from '@kinward/runtime';
import { AccessGranting, CompartmentCreation } from '@kinward/vault';
import pg from 'pg';
import type { OperatorDesk } from '../../support/open-desk.js';
import { valueOf } from '../../support/refusal.js';
import { certify } from '../people/certify.js';
import { enrol } from '../people/enrol.js';
import {
  displayNameOf,
  INBOX_KEEPERS,
  STORY_ORGANISATIONS,
  STORY_PEOPLE,
  type StoryPerson,
} from './people.js';

/** Somebody who may sign in. */
export interface Enrolled {
  readonly person: StoryPerson;
  readonly personId: string;
  readonly email: string;
  readonly passphrase: string;
}

const TRUSTEES = 3;
const TIERS = ['T0', 'T1'] as const;

/**
 * Sets a desk up as its operator does the first time: organisations, trustees, people, certificates, inboxes. The
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
    for (const key of INBOX_KEEPERS) await openInbox(desk, people, key);
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

/** Makes the keys that requests are sealed to; Lantern's screener gets them, too. */
async function openInbox(
  desk: OperatorDesk,
  people: readonly Enrolled[],
  key: string,
): Promise<void> {
  const { context } = desk;
  const unitOfWork = context.get(UnitOfWork, { strict: false });
  await asPerson(desk, people, key, async (keeper) => {
    const subjectId = keeper.organizationId;
    const inbox = { kind: 'INTAKE', subjectId, tiers: TIERS, purpose: 'SCREENING' } as const;
    const creation = context.get(CompartmentCreation, { strict: false });
    valueOf(await unitOfWork.run(keeper, () => creation.create(keeper, inbox)));
    const screener = people.find(
      ({ person }) =>
        person.screener &&
        person.role === 'CASEWORKER' &&
        person.organisation === organisationOf(people, key),
    );
    if (screener === undefined) return;
    const granting = context.get(AccessGranting, { strict: false });
    const order = { subjectId, holderId: screener.personId, tiers: TIERS, purpose: 'SCREENING' };
    valueOf(
      await unitOfWork.run(keeper, () =>
        granting.grant(keeper, {
          ...order,
          purpose: 'SCREENING',
          expiresAt: null,
          isLocked: false,
        }),
      ),
    );
  });
}

function organisationOf(people: readonly Enrolled[], key: string): string | undefined {
  return people.find(({ person }) => person.key === key)?.person.organisation;
}

/** Acts with somebody's own keys. */
async function asPerson(
  { context }: OperatorDesk,
  people: readonly Enrolled[],
  key: string,
  work: (actor: Actor) => Promise<void>,
): Promise<void> {
  const someone = people.find(({ person }) => person.key === key);
  if (someone === undefined) throw new Error(`nobody is called ${key}`);
  const { email, passphrase } = someone;
  const login = await context.get(LoginUseCase, { strict: false }).execute({ email, passphrase });
  const { token } = valueOf(login);
  const authenticator = context.get(SessionAuthenticator, { strict: false });
  const request = await authenticator.authenticate(`Bearer ${token}`);
  if (request === null) throw new Error('a session that has just begun was not accepted');
  try {
    await work(request.actor);
  } finally {
    const logout = context.get(LogoutUseCase, { strict: false });
    await context
      .get(UnitOfWork, { strict: false })
      .run(request.actor, () => logout.execute(request.actor));
    request.wipe();
  }
}
