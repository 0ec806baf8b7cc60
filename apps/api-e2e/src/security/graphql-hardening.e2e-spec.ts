import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDesk, type TestClient, type TestDesk } from '@kinward/testing';

const times = (count: number, part: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(between);
const nested = (depth: number): string =>
  `{ colleagues(input: {}) { edges { node { ${times(depth, () => 'organization {')} id ${'}'.repeat(depth)} } } } }`;

/** The explanations a schema gives when asked the wrong way; none may leave in production. */
const REVEALING =
  /Did you mean|displayName|organization|__schema|Cannot query|of type|SELECT|INSERT|\bat [\w.]+ \(|node_modules|\.ts:|stacktrace|limit of|depth/i;

/** Documents that must not run, sent as JSON. */
const DOCUMENTS: readonly [string, string][] = [
  ['a document 30 deep', nested(30)],
  ['100 aliases', `{ ${times(100, (index) => `a${String(index)}: me { id }`)} }`],
  [
    '100 aliases of login',
    `mutation { ${times(100, (index) => `a${String(index)}: login(input: {email: "a@b.example", passphrase: "x"}) { __typename }`)} }`,
  ],
  ['a field named 500 times', `{ me { ${times(500, () => 'displayName')} } }`],
  ['1,500 repeated fields', `{ me { ${times(1_500, () => 'id')} } }`],
  ['500 directives', `{ me { id ${times(500, () => '@include(if: true)')} } }`],
  ['500 unknown directives', `{ me { id ${times(500, () => '@aa')} } }`],
  [
    'circular fragments',
    '{ me { ...a } } fragment a on Person { ...b } fragment b on Person { ...a }',
  ],
  ['a fragment of itself', '{ me { ...a } } fragment a on Person { id ...a }'],
  [
    'a deep fragment named __schema',
    `{ colleagues(input: {}) { edges { node { ...__schema } } } }
    fragment __schema on Person { ${times(30, () => 'organization {')} id ${'}'.repeat(30)} }`,
  ],
  [
    'aliases in a fragment named __schema',
    `query { ...__schema } fragment __schema on Query { ${times(100, (index) => `a${String(index)}: me { id }`)} }`,
  ],
  [
    '60 fragments on top of each other',
    `{ me { ...f0 } } ${times(60, (index) => `fragment f${String(index)} on Person { ...f${String(index + 1)} ...f${String(index + 1)} }`)} fragment f60 on Person { id }`,
  ],
  ['100,000 tokens', `{ ${'a '.repeat(45_000)} }`],
  ['10,000 open braces', '{'.repeat(10_000)],
  [
    '10,000 open lists',
    `{ colleagues(input: {first: ${'['.repeat(10_000)}1${']'.repeat(10_000)}}) { __typename } }`,
  ],
  ['introspection', '{ __schema { types { name } } }'],
  ['introspection of one type', '{ __type(name: "Person") { name } }'],
  [
    'circular introspection',
    `{ __schema { types { ${times(6, () => 'fields { type {')} name ${'} }'.repeat(6)} } } }`,
  ],
  ['a misspelt field', '{ me { displayNam } }'],
  ['a misspelt operation', '{ mee { id } }'],
  ['a misspelt type', '{ me { ... on Perso { id } } }'],
  ['a misspelt argument', '{ colleagues(inputt: {}) { __typename } }'],
  ['a value of the wrong type', '{ colleagues(input: {role: NOBODY}) { __typename } }'],
  ['a subscription', 'subscription { me { id } }'],
  ['no document', ''],
  ['NUL characters', '{ me\u0000 { id } }'],
];

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'OPTIONS';
  readonly url?: string;
  readonly contentType?: string;
  readonly payload?: string;
}

const ME = '{ me { id } }';
const JSON_TYPE = 'application/json';

/** Requests that must not run, as they come over HTTP. */
const REQUESTS: readonly [string, Request][] = [
  [
    'an array of operations',
    { payload: JSON.stringify(Array.from({ length: 10 }, () => ({ query: ME }))) },
  ],
  ['a query by GET', { method: 'GET', url: `/graphql?query=${encodeURIComponent(ME)}` }],
  [
    'a mutation by GET',
    {
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent('mutation { logout { endedSessions } }')}`,
    },
  ],
  ['a query by PUT', { method: 'PUT', payload: JSON.stringify({ query: ME }) }],
  [
    'a form',
    {
      contentType: 'application/x-www-form-urlencoded',
      payload: `query=${encodeURIComponent(ME)}`,
    },
  ],
  ['a text', { contentType: 'text/plain', payload: JSON.stringify({ query: ME }) }],
  [
    'a multipart form',
    {
      contentType: 'multipart/form-data; boundary=x',
      payload: `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: ME })}\r\n--x--`,
    },
  ],
  ['a bare document', { contentType: 'application/graphql', payload: ME }],
  ['a body of 150 kB', { payload: JSON.stringify({ query: ME, padding: 'x'.repeat(150_000) }) }],
  ['a body of 1 MB', { payload: JSON.stringify({ query: ME, padding: 'x'.repeat(1_000_000) }) }],
  ['half a body', { payload: '{"query": "{ me' }],
  ['no body', { payload: '' }],
  ['null', { payload: 'null' }],
  ['a number', { payload: '7' }],
  ['a document that is no text', { payload: JSON.stringify({ query: { me: 1 } }) }],
  ['variables that are no object', { payload: JSON.stringify({ query: ME, variables: 'x' }) }],
  ['a polluted prototype', { payload: '{"query":"{ me { id } }","__proto__":{"a":1}}' }],
  [
    'a persisted query',
    {
      payload: JSON.stringify({
        extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
      }),
    },
  ],
  [
    'variables 2,000 deep',
    {
      payload: `{"query":"query ($input: ColleaguesInput!) { colleagues(input: $input) { __typename } }","variables":{"input":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}}`,
    },
  ],
];

describe('the GraphQL server in production', () => {
  let desk: TestDesk;
  let client: TestClient;

  const send = async ({
    method = 'POST',
    url = '/graphql',
    contentType = JSON_TYPE,
    payload,
  }: Request) =>
    desk.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${client.token ?? ''}`, 'content-type': contentType },
      ...(payload === undefined ? {} : { payload }),
    });
  const isAlive = async (): Promise<boolean> => (await client.send(ME)).errors.length === 0;

  /** 4xx, or the constant error that GraphQL over HTTP carries with 200; in both cases nothing was told or done. */
  const expectRefused = async (response: {
    statusCode: number;
    payload: string;
  }): Promise<void> => {
    if (response.statusCode === 200) {
      expect(response.payload.trim()).toMatch(
        /^\{"errors":\[\{"message":"[\w ,.]+","extensions":\{"code":"(BAD_REQUEST|INTERNAL)"\}\}\](,"data":null)?\}$/,
      );
    } else {
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.statusCode).toBeLessThan(500);
    }
    expect(response.payload).not.toMatch(REVEALING);
    expect(response.payload).not.toContain('"data":{');
    expect(await isAlive()).toBe(true);
  };

  beforeAll(async () => {
    desk = await startTestDesk();
    client = await desk.as('caseworker');
  });

  afterAll(() => desk.close());

  it.each(DOCUMENTS)('refuses %s with 4xx and a constant sentence', async (_, query) => {
    await expectRefused(await send({ payload: JSON.stringify({ query }) }));
  });

  it.each(REQUESTS)('refuses %s with 4xx', async (_, request) => {
    await expectRefused(await send(request));
  });

  it('lets the same pass in small: 3 aliases, a fragment, a directive', async () => {
    const answer = await client.send(
      `query ($yes: Boolean!) { a: me { ...f } b: me { id @include(if: $yes) } c: me { ...f } }
       fragment f on Person { id displayName }`,
      { yes: true },
    );

    expect(answer.status).toBe(200);
    expect(Object.keys(answer.data)).toEqual(['a', 'b', 'c']);
  });

  it('pays less than 10 ordinary answers for a hostile document: 60 at once, and others are still served', async () => {
    const timedAnswer = async (): Promise<number> => {
      const startedAt = performance.now();
      expect(await isAlive()).toBe(true);
      return performance.now() - startedAt;
    };
    const alone = [await timedAnswer(), await timedAnswer(), await timedAnswer()];
    const hostile = Array.from({ length: 60 }, (_, index) => {
      const [, query] = DOCUMENTS[index % DOCUMENTS.length] ?? ['', ''];
      return send({ payload: JSON.stringify({ query }) });
    });
    const took = await timedAnswer();
    await Promise.all(hostile);

    // Measured against itself: other work on the machine slows both.
    expect(took / hostile.length).toBeLessThan(Math.max(...alone) * 10);
  });

  it.each([
    [
      'an answer',
      () => client.send(ME).then(() => send({ payload: JSON.stringify({ query: ME }) })),
    ],
    ['a refusal', () => send({ payload: JSON.stringify({ query: '{ mee }' }) })],
    ['nothing there', () => send({ url: '/nothing' })],
    ['health', () => send({ method: 'GET' as const, url: '/health/live' })],
  ])('forbids keeping, sniffing and referring on %s', async (_, asking) => {
    const { headers } = await asking();

    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('tells nothing when the database goes away, and works again when it is back', async () => {
    const database = `datname = '${desk.database.name}'`;
    const gone = `ALTER DATABASE ${desk.database.name} ALLOW_CONNECTIONS`;
    const admin = await startOperator();
    await admin.query(`${gone} false`);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${database} AND pid <> pg_backend_pid()`,
    );
    const down = await Promise.all(Array.from({ length: 5 }, () => client.send(ME)));
    await admin.query(`${gone} true`);
    await admin.end();

    for (const answer of down) {
      expect(answer.errors[0]).toMatchObject({
        message: 'Something went wrong on our side. Nothing was changed.',
        extensions: { code: 'INTERNAL' },
      });
      expect(answer.text).not.toMatch(REVEALING);
      expect(answer.text).not.toContain(desk.database.name);
    }
    expect(await isAlive()).toBe(true);
  });

  async function startOperator() {
    const { default: pg } = await import('pg');
    const url = new URL(desk.database.addresses.adminUrl);
    url.pathname = '/postgres';
    const admin = new pg.Client({ connectionString: url.toString() });
    await admin.connect();
    return admin;
  }
});
