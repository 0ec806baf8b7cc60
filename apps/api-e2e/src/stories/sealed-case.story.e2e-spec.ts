import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dumpDatabase, findInDataDirectory, startTestDesk, type TestDesk } from '@kinward/testing';

const NAMES = ['Demo-Paulina', 'Demo-Ryhor', 'Demo-Aliaksei', 'Demo-Teacher'];

const family = {
  region: 'IN_WEST',
  summary: 'Demo-Teacher lost her post after the search',
  members: [
    { name: 'Demo-Paulina', relation: 'SPOUSE', address: 'Demo-Street 1' },
    { name: 'Demo-Ryhor', relation: 'CHILD', birthDate: '2017-05-06' },
  ],
  prisoners: [
    {
      name: 'Demo-Aliaksei',
      recognitionBasis: 'VIASNA',
      status: { code: 'INCOMMUNICADO', since: '2026-02-03' },
    },
  ],
};

const CHANGED = `{ __typename ... on CaseChanged { version } ... on Refused { reason }
  ... on WrongState { presentState } ... on InvalidInput { field reason } }`;

const REVEALED = `{ __typename ... on IdentityRevealed { expiresAt members { name address }
  prisoners { name } } ... on UserError { code message } }`;

const FILE = `{ __typename ... on CaseFile { codename state version mayRevealIdentity
  awaitingAccess { displayName } holders { tier isLocked person { displayName } }
  story { summary prisoners { statuses { code since } } households { members { relation } } } }
  ... on UserError { code } }`;

describe('the story of the first sealed case', () => {
  let desk: TestDesk;
  let caseId: string;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterAll(() => desk.close());

  it('is opened, granted, revealed, revoked, and leaves no name in a dump, the files or a log', async () => {
    const caseworker = await desk.as('caseworker');
    const deputy = await desk.as('caseworker-two');
    const coordinator = await desk.as('coordinator');
    const deputyId = await desk.personId('caseworker-two');

    // A caseworker opens the case and reads it back.
    const opened = await caseworker.ask(
      'mutation',
      'openCase',
      family,
      '{ __typename ... on CaseOpened { caseId } }',
    );
    caseId = opened.caseId;
    const own = await caseworker.ask('query', 'caseFile', { caseId }, FILE);
    expect(own.story.summary).toBe(family.summary);
    expect(own.story.prisoners[0].statuses).toEqual([
      { code: 'INCOMMUNICADO', since: '2026-02-03' },
    ]);

    // Nobody without a grant opens anything, whatever the role.
    const sealed = await coordinator.ask('query', 'caseFile', { caseId }, FILE);
    expect(sealed).toMatchObject({ __typename: 'CaseFile', story: null, mayRevealIdentity: false });
    const purpose = 'CONTACT_FAMILY';
    const refused = await coordinator.ask(
      'mutation',
      'revealIdentity',
      { caseId, purpose },
      REVEALED,
    );
    expect(refused.code).toBe('NOT_FOUND');
    const stranger = await deputy.ask('query', 'caseFile', { caseId }, FILE);
    expect(stranger.code).toBe('NOT_FOUND');

    // The coordinator names a deputy, which gives work and no access; the caseworker signs the grant.
    await coordinator.ask('mutation', 'nameDeputy', { caseId, personId: deputyId }, CHANGED);
    const waiting = await coordinator.ask('query', 'caseFile', { caseId }, FILE);
    expect(waiting.awaitingAccess).toEqual([{ displayName: 'Demo-Caseworker Two' }]);
    const granted = await caseworker.ask(
      'mutation',
      'grantAccess',
      { caseId, holderId: deputyId },
      CHANGED,
    );
    expect(granted.__typename).toBe('CaseChanged');

    // The deputy's grant is locked until a second person releases it.
    const shut = await deputy.ask('query', 'caseFile', { caseId }, FILE);
    expect(shut.story).toBeNull();
    await coordinator.ask('mutation', 'releaseDeputyLock', { caseId, holderId: deputyId }, CHANGED);
    const revealed = await deputy.ask('mutation', 'revealIdentity', { caseId, purpose }, REVEALED);
    expect(revealed.members.map((member: { name: string }) => member.name).sort()).toEqual([
      'Demo-Paulina',
      'Demo-Ryhor',
    ]);

    // The disclosure log knows who looked and why, and names no family.
    const officer = await desk.as('security-officer');
    const log = await officer.ask(
      'query',
      'disclosureLog',
      {},
      '{ edges { node { codename purpose fieldCount person { displayName } } } }',
    );
    expect(log.edges).toEqual([
      {
        node: {
          codename: own.codename,
          purpose,
          fieldCount: 3,
          person: { displayName: 'Demo-Caseworker Two' },
        },
      },
    ]);

    // Revoking holds at once, for the session that has just read.
    await coordinator.ask('mutation', 'revokeAccess', { caseId, holderId: deputyId }, CHANGED);
    const after = await deputy.ask('mutation', 'revealIdentity', { caseId, purpose }, REVEALED);
    expect(after.code).toBe('NOT_FOUND');

    // The next writer renews the keys; the caseworker still reads everything.
    const renewed = await caseworker.ask('query', 'caseFile', { caseId }, FILE);
    expect(renewed.story.summary).toBe(family.summary);

    // Whoever takes the database, its files or the logs finds nobody.
    const { adminUrl, keyringAdminUrl } = desk.database.addresses;
    const dumps = [await dumpDatabase(adminUrl), await dumpDatabase(keyringAdminUrl)];
    const everything = [...dumps, readFileSync(desk.logFile, 'utf8')].join('\n');
    const forms = NAMES.flatMap((name) => [
      name,
      Buffer.from(name).toString('hex'),
      Buffer.from(name).toString('base64').slice(0, -2),
    ]);

    const found = forms.filter((form) => everything.includes(form));
    const files = await findInDataDirectory(adminUrl, NAMES);

    expect(found).toEqual([]);
    expect(files).toEqual([]);
    // The same search finds what is there: the case's id in the dump, a codename in the files.
    expect(everything).toContain(caseId);
    const rows = await desk.database.asOperator<{ codename: string }>(
      'SELECT codename FROM case_file',
    );
    expect(await findInDataDirectory(adminUrl, [rows[0]?.codename ?? ''])).not.toEqual([]);
  });
});
