import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentHash, TrustedDocuments } from '@kinward/platform';
import { LiveClient, startTestDesk, type TestDesk } from '@kinward/testing';

const SIGN_IN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename ... on LoginSucceeded { token } ... on UserError { code } } }`;
const ME = '{ me { id displayName } }';
const FREE = '{ me { id roles } }';
const FEED = 'subscription ($input: LiveFeedInput!) { liveFeed(input: $input) { __typename } }';
const MANIFEST = new Map([SIGN_IN, ME, FEED].map((text) => [documentHash(text), text]));
const named = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: documentHash(text) } },
});

describe('documents of a desk in production', () => {
  let desk: TestDesk;
  /** The same desk without a manifest: what the guard refuses would run. */
  let open: TestDesk;
  let url: string;
  let token: string;

  const send = async (to: TestDesk, payload: object) => {
    const response = await to.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${token}` },
      payload,
    });
    return { status: response.statusCode, body: JSON.parse(response.payload) };
  };

  beforeAll(async () => {
    open = await startTestDesk();
    const { database, clock } = open;
    const documents = new TrustedDocuments(MANIFEST, false);
    desk = await startTestDesk({ documents, database, clock });
    token = (await open.signIn('auditor')).token ?? '';
    await desk.app.listen(0, '127.0.0.1');
    url = await desk.app.getUrl();
  });

  afterAll(async () => {
    await desk.close();
    await open.close();
  });

  it('run by their hash', async () => {
    const { status, body } = await send(desk, named(ME));
    expect(status).toBe(200);
    expect(body.data.me.displayName).toMatch(/\S/);
  });

  it('run by their hash with variables, without a session', async () => {
    const input = { email: 'nobody@demo.example', passphrase: 'x' };
    const { body } = await send(desk, { ...named(SIGN_IN), variables: { input } });
    expect(body.data.login).toEqual({ __typename: 'Refused', code: 'REFUSED' });
  });

  it.each([
    ['a document of one\u2019s own', { query: FREE }],
    ['a text that the manifest holds', { query: ME }],
    ['the hash of a document of one\u2019s own', named(FREE)],
    ['a known text under an unknown hash', { ...named(FREE), query: ME }],
    ['a list with a known hash', [named(ME)]],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['a document too long to be read', { query: `{ ${'a '.repeat(45_000)} }` }],
  ])('refuse %s with one sentence', async (_what, payload) => {
    const { status, body } = await send(desk, payload);
    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [
        {
          message: 'This desk answers only to documents that it knows. Load the page anew.',
          extensions: { code: 'UNKNOWN_DOCUMENT' },
        },
      ],
    });
  });

  it('are refused by the guard and by nothing else: without it, the free document runs', async () => {
    const { status, body } = await send(open, { query: FREE });
    expect(status).toBe(200);
    expect(body.data.me.roles).toEqual(['AUDITOR']);
  });

  it('are followed live by their hash', async () => {
    const client = await LiveClient.connect(url, token);
    const payload = { query: '', variables: { input: {} }, ...named(FEED) };
    client.send({ type: 'subscribe', id: 'a', payload });
    await client.until(() => client.has('next'));
    expect(client.items[0]?.kind).toBe('LiveCaughtUp');
    await client.close();
  });

  it('are not followed live as text', async () => {
    const client = await LiveClient.connect(url, token);
    client.subscribe(FEED, { input: {} });
    await client.until(() => client.has('error'));
    expect(client.messages.at(-1)?.payload[0].extensions.code).toBe('UNKNOWN_DOCUMENT');
    await client.close();
  });
});
