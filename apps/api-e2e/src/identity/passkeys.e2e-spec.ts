import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, TestClient, type TestDesk } from '@kinward/testing';
import { openCase } from '../cases/case-helpers.js';
import { SoftwareAuthenticator, type Asked } from './software-authenticator.js';

const REFUSAL =
  '... on Refused { reason } ... on InvalidInput { field reason } ... on UserError { code }';
const BEGIN_ENROLMENT = `mutation { beginPasskeyEnrolment { __typename
  ... on PasskeyEnrolmentRequest { challenge site siteName salt userHandle known } ${REFUSAL} } }`;
const ENROL = `mutation ($input: EnrolPasskeyInput!) { enrolPasskey(input: $input) { __typename
  ... on Passkey { id enrolledOn lastUsedOn } ${REFUSAL} } }`;
const BEGIN_SIGN_IN = `mutation { beginPasskeySignIn { __typename
  ... on PasskeyRequest { challenge site salt } ${REFUSAL} } }`;
const SIGN_IN = `mutation ($input: PasskeySignInInput!) { signInWithPasskey(input: $input) { __typename
  ... on LoginSucceeded { token } ${REFUSAL} } }`;
const REMOVE = `mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { __typename
  ... on PasskeyRemoved { id } ${REFUSAL} } }`;

const passphraseOf = (who: string): string => `demo lantern harbour bridge open ${who}`;

describe('a passkey', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await startTestDesk();
  });

  afterEach(async () => {
    await desk.database.asOperator('DELETE FROM passkey');
    await desk.database.asOperator('DELETE FROM rate_limit');
  });

  afterAll(() => desk.close());

  const beginEnrolment = async (client: TestClient): Promise<Asked> =>
    (await client.send(BEGIN_ENROLMENT)).data.beginPasskeyEnrolment;
  const beginSignIn = async (): Promise<Asked> =>
    (await desk.anonymous.send(BEGIN_SIGN_IN)).data.beginPasskeySignIn;
  const enrol = async (
    who: string,
    device: SoftwareAuthenticator,
    change: Record<string, string> = {},
  ): Promise<Record<string, unknown>> => {
    const client = await desk.as(who);
    const passphrase = passphraseOf(who);
    const input = { ...device.enrol(await beginEnrolment(client)), passphrase, ...change };
    return (await client.send(ENROL, { input })).data.enrolPasskey;
  };
  const signIn = async (input: Record<string, string>): Promise<Record<string, string>> =>
    (await desk.anonymous.send(SIGN_IN, { input })).data.signInWithPasskey;

  it('reopens the desk of its person, with the keys that open cases', async () => {
    const device = new SoftwareAuthenticator();
    expect(await enrol('caseworker', device)).toMatchObject({ __typename: 'Passkey' });

    const { token } = await signIn(device.signIn(await beginSignIn()));

    const client = new TestClient(desk.app, token ?? null);
    const answer = await client.send('{ me { displayName } passkeys { enrolledOn lastUsedOn } }');
    expect(answer.data.me.displayName).toBe('Demo-Caseworker One');
    const today = desk.clock.now().toISOString().slice(0, 10);
    expect(answer.data.passkeys).toEqual([{ enrolledOn: today, lastUsedOn: today }]);
    const input = { caseId: await openCase(desk), purpose: 'CONTACT_FAMILY' };
    const names = '{ ... on IdentityRevealed { members { name } } }';
    const revealed = await client.ask('mutation', 'revealIdentity', input, names);
    expect(revealed.members).toEqual([{ name: 'Demo-Member' }]);
  });

  it('tells an authenticator nothing of who its person is', async () => {
    const request = (await (await desk.as('caseworker')).send(BEGIN_ENROLMENT)).data
      .beginPasskeyEnrolment;

    expect(request).toMatchObject({ site: 'localhost', siteName: 'Desk', known: [] });
    expect(Buffer.from(request.userHandle, 'base64url')).toHaveLength(16);
    expect(request.userHandle).not.toContain(await desk.personId('caseworker'));
  });

  it('asks for the passphrase before it enrols, and refuses a wrong one', async () => {
    const answer = await enrol('caseworker', new SoftwareAuthenticator(), { passphrase: 'wrong' });

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'SIGN_IN_REFUSED' });
  });

  it('counts wrong passphrases like attempts to sign in', async () => {
    const client = await desk.as('coordinator');
    const device = new SoftwareAuthenticator();
    const reasons = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const input = { ...device.enrol(await beginEnrolment(client)), passphrase: 'wrong' };
      reasons.push((await client.send(ENROL, { input })).data.enrolPasskey.reason);
    }

    expect(reasons.at(0)).toBe('SIGN_IN_REFUSED');
    expect(reasons.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });

  it('does not enrol what would be copied to an account elsewhere', async () => {
    const answer = await enrol('caseworker', new SoftwareAuthenticator(true));

    expect(answer).toMatchObject({ __typename: 'Refused', reason: 'PASSKEY_LEAVES_DEVICE' });
  });

  it('enrols one device once, and five for one person', async () => {
    const device = new SoftwareAuthenticator();
    await enrol('auditor', device);
    expect(await enrol('auditor', device)).toMatchObject({ reason: 'PASSKEY_KNOWN' });
    for (let more = 0; more < 4; more += 1) await enrol('auditor', new SoftwareAuthenticator());

    const sixth = await (await desk.as('auditor')).send(BEGIN_ENROLMENT);

    expect(sixth.data.beginPasskeyEnrolment).toMatchObject({ reason: 'TOO_MANY_PASSKEYS' });
  });

  it.each([
    ['a page of somebody else', { origin: 'https://desk.example' }],
    ['a device that did not ask its holder', { isVerified: false }],
  ])('takes no enrolment and no sign-in from %s', async (_, behaviour) => {
    const client = await desk.as('caseworker');
    const device = new SoftwareAuthenticator();
    const passphrase = passphraseOf('caseworker');
    const foreign = { ...device.enrol(await beginEnrolment(client), behaviour), passphrase };
    const enrolled = (await client.send(ENROL, { input: foreign })).data.enrolPasskey;
    expect(enrolled).toMatchObject({ reason: 'PASSKEY_REFUSED' });
    await enrol('caseworker', device);

    const answer = await signIn(device.signIn(await beginSignIn(), behaviour));

    expect(answer).toMatchObject({ reason: 'SIGN_IN_REFUSED' });
  });

  it('answers a challenge once, and not after two minutes', async () => {
    const device = new SoftwareAuthenticator();
    await enrol('caseworker', device);
    const input = device.signIn(await beginSignIn());
    expect(await signIn(input)).toMatchObject({ __typename: 'LoginSucceeded' });

    expect(await signIn(input)).toMatchObject({ reason: 'SIGN_IN_REFUSED' });
    const late = device.signIn(await beginSignIn());
    desk.clock.advance({ minutes: 3 });
    expect(await signIn(late)).toMatchObject({ reason: 'SIGN_IN_REFUSED' });
  });

  it('answers no challenge that was made for enrolling, or by nobody', async () => {
    const device = new SoftwareAuthenticator();
    await enrol('caseworker', device);
    const forEnrolment = await beginEnrolment(await desk.as('caseworker'));
    const invented = { ...forEnrolment, challenge: Buffer.alloc(54, 1).toString('base64url') };

    for (const asked of [forEnrolment, invented]) {
      expect(await signIn(device.signIn(asked))).toMatchObject({ reason: 'SIGN_IN_REFUSED' });
    }
  });

  it('opens nothing with another secret, for another device or for a suspended person', async () => {
    const device = new SoftwareAuthenticator();
    await enrol('volunteer', device);
    const secret = Buffer.alloc(32, 1).toString('base64url');
    const wrong = { ...device.signIn(await beginSignIn()), secret };
    const stranger = new SoftwareAuthenticator().signIn(await beginSignIn());
    expect(await signIn(wrong)).toMatchObject({ reason: 'SIGN_IN_REFUSED' });
    expect(await signIn(stranger)).toMatchObject({ reason: 'SIGN_IN_REFUSED' });
    await desk.database.asOperator(`UPDATE person SET standing = 'SUSPENDED' WHERE id = $1`, [
      await desk.personId('volunteer'),
    ]);

    const answer = await signIn(device.signIn(await beginSignIn()));

    expect(answer).toMatchObject({ reason: 'SIGN_IN_REFUSED' });
  });

  it('is removed by its person and nobody else', async () => {
    const device = new SoftwareAuthenticator();
    const { id: passkeyId } = await enrol('caseworker', device);
    const input = { passkeyId };

    const by = async (who: string): Promise<unknown> =>
      (await (await desk.as(who)).send(REMOVE, { input })).data.removePasskey.__typename;
    expect(await by('coordinator')).toBe('NotFound');
    expect(await by('caseworker')).toBe('PasskeyRemoved');

    expect(await signIn(device.signIn(await beginSignIn()))).toMatchObject({
      reason: 'SIGN_IN_REFUSED',
    });
  });

  it('names the field of an unusable input', async () => {
    const input = { ...new SoftwareAuthenticator().signIn(await beginSignIn()), secret: 'short' };

    expect(await signIn(input)).toMatchObject({ __typename: 'InvalidInput', field: 'secret' });
  });
});

describe('a desk that is reached by a number', () => {
  it('makes no passkeys, and says so', async () => {
    const desk = await startTestDesk({ config: { publicUrl: 'https://192.0.2.7' } });
    try {
      const enrolment = await (await desk.as('caseworker')).send(BEGIN_ENROLMENT);
      const entry = await desk.anonymous.send(BEGIN_SIGN_IN);

      expect(enrolment.data.beginPasskeyEnrolment.reason).toBe('PASSKEYS_UNAVAILABLE');
      expect(entry.data.beginPasskeySignIn.reason).toBe('PASSKEYS_UNAVAILABLE');
    } finally {
      await desk.close();
    }
  });
});
