import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  countStatements,
  createDataSource,
  createLogger,
  type AppConfig,
  type StatementCounter,
  type TrustedDocuments,
} from '@kinward/platform';
import {
  createGraphqlServer,
  DEMO_PEOPLE,
  demoEmail,
  demoPassphrase,
  ENTITIES,
} from '@kinward/runtime';
import { MovableClock } from './movable-clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { testConfig, testServerKeys } from './test-settings.js';

/** What came back over HTTP. */
export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have the shape of the query
  readonly data: any;
  readonly errors: readonly { message: string; extensions?: Record<string, unknown> }[];
  readonly text: string;
}

/** Somebody with a session (or nobody), talking to the desk over HTTP. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly token: string | null,
  ) {}

  /** Sends a document. */
  async send(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: this.token === null ? {} : { authorization: `Bearer ${this.token}` },
      payload: { query, variables },
    });
    const body = JSON.parse(response.payload) as Partial<Answer>;
    return {
      status: response.statusCode,
      data: body.data,
      errors: body.errors ?? [],
      text: response.payload,
    };
  }

  /** Sends `operation` with one input object and returns its answer. @throws Error on request errors */
  async ask(
    kind: 'query' | 'mutation',
    operation: string,
    input: object,
    selection: string,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see Answer
  ): Promise<any> {
    const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
    const document = `${kind} ($input: ${type}) { ${operation}(input: $input) ${selection} }`;
    const answer = await this.send(document, { input: input as Record<string, unknown> });
    if (answer.errors.length > 0) throw new Error(`${operation}: ${JSON.stringify(answer.errors)}`);
    return answer.data[operation];
  }

  /** Like {@link send}, and counts the SQL statements behind it. */
  async count(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ answer: Answer; counter: StatementCounter }> {
    const { value, counter } = await countStatements(() => this.send(query, variables));
    return { answer: value, counter };
  }
}

/** A whole server on a database of its own, with the demonstration's people. */
export interface TestDesk {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: MovableClock;
  readonly home: string;
  readonly logFile: string;
  readonly anonymous: TestClient;
  /** Signs a demo person in, by key such as `caseworker`. One session each, kept for the file. */
  as(key: string): Promise<TestClient>;
  /** Signs in anew. */
  signIn(key: string): Promise<TestClient>;
  /** The id of a demo person. */
  personId(key: string): Promise<string>;
  close(): Promise<void>;
}

export interface TestDeskOptions {
  readonly config?: Partial<AppConfig>;
  /** Shares a database with another desk: a second instance. */
  readonly database?: TestDatabase;
  readonly clock?: MovableClock;
  /** What it executes; absent: anything. */
  readonly documents?: TrustedDocuments;
  /** Adds routes before the server is ready. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

const SIGN_IN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename ... on LoginSucceeded { token } ... on UserError { code } } }`;

/** Starts a desk. */
export async function startTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const database = options.database ?? (await createTestDatabase());
  const home = mkdtempSync(join(tmpdir(), 'kinward-test-desk-'));
  cpSync(join(process.env['KINWARD_TEST_HOME'] ?? '', 'config.json'), join(home, 'config.json'));
  const clock = options.clock ?? new MovableClock();
  const config = { ...testConfig(home), ...options.config };
  const logFile = join(home, 'kinward.log');
  const dataSource = createDataSource({
    url: database.addresses.appUrl,
    poolSize: config.poolSize,
    entities: ENTITIES,
  });
  await dataSource.initialize();
  const app = await createGraphqlServer({
    config,
    serverKeys: testServerKeys,
    dataSource,
    logger: createLogger(logFile),
    keyringUrl: database.addresses.keyringUrl,
    clock,
    ...(options.documents === undefined ? {} : { documents: options.documents }),
  });
  await options.prepare?.(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const anonymous = new TestClient(app, null);
  const sessions = new Map<string, Promise<TestClient>>();
  const ids = new Map<string, string>();
  const signIn = async (key: string): Promise<TestClient> => {
    const someone = DEMO_PEOPLE.find((person) => person.key === key);
    if (someone === undefined) throw new Error(`nobody is called ${key}`);
    const input = { email: demoEmail(someone), passphrase: demoPassphrase(someone) };
    const answer = await anonymous.send(SIGN_IN, { input });
    const token: unknown = answer.data?.login?.token;
    if (typeof token !== 'string') throw new Error(`${key} could not sign in: ${answer.text}`);
    return new TestClient(app, token);
  };
  const as = (key: string): Promise<TestClient> => {
    const session = sessions.get(key) ?? signIn(key);
    sessions.set(key, session);
    return session;
  };
  return {
    app,
    database,
    clock,
    home,
    logFile,
    anonymous,
    as,
    signIn,
    personId: async (key) => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      const answer = await (await as(key)).send('{ me { id } }');
      const id = String(answer.data.me.id);
      ids.set(key, id);
      return id;
    },
    close: async () => {
      await app.close();
      if (dataSource.isInitialized) await dataSource.destroy();
      if (options.database === undefined) await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
