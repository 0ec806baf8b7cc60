import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
// The pages are the subject of this test. They have no package name, since nobody else may import an app.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { registerPages, type DemoLogin } from '../../../api/src/pages/register-pages.js';

const roleWords = [
  'COORDINATOR',
  'CASEWORKER',
  'FINANCE_OFFICER',
  'FOUNDATION_MANAGER',
  'VOLUNTEER',
  'SECURITY_OFFICER',
  'AUDITOR',
  'ADMINISTRATOR',
];

/** One obviously made-up person for each role. */
export const demoLogins: readonly DemoLogin[] = roleWords.map((role, index) => ({
  role,
  displayName: `Demo-Person ${index + 1}`,
  organization: ['Lantern', 'Bridge', 'Harbour'][index % 3] ?? 'Lantern',
  email: `${role.toLowerCase().replace('_', '-')}@demo.example`,
  passphrase: `demo words number ${'abcdefgh'.charAt(index)} only here`,
}));

const schema: GraphQLSchema = buildSchema(`
  type Query {
    me: Person
    caseList(input: CaseListInput!): CaseConnection
    "One case file, if you hold a key to it."
    caseFile(input: CaseFileInput!): CaseRow
  }
  type Mutation { login(input: LoginInput!): LoginResult!  logout: LoggedOut! }
  input LoginInput { email: String!  passphrase: String! }
  input CaseListInput { first: Int!  after: String }
  input CaseFileInput { id: ID! }
  union LoginResult = LoginSucceeded | UserError
  type LoginSucceeded { token: String!  expiresAt: String! }
  type UserError { code: String!  message: String! }
  type LoggedOut { ok: Boolean! }
  type Organization { code: String!  name: String! }
  type Person { id: ID!  displayName: String!  roles: [String!]!  organization: Organization }
  type CaseConnection { edges: [CaseEdge!]!  pageInfo: PageInfo! }
  type CaseEdge { node: CaseRow! }
  type PageInfo { endCursor: String  hasNextPage: Boolean! }
  "A family's case, named by its codename only."
  type CaseRow { id: ID!  codename: String!  state: String!  region: String!  nextStep: NextStep  assignee: Person }
  type NextStep { kind: String!  dueDay: String! }
`);

/** A desk small enough to read at a glance: real GraphQL, real pages, three cases, sessions in memory. */
export interface DemoDesk {
  readonly server: FastifyInstance;
  readonly url: string;
  /** Tokens of the sessions that are open now. */
  readonly sessions: ReadonlyMap<string, DemoLogin>;
}

interface GraphQLBody {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** Starts the double on a free port of this machine. */
export async function startDemoDesk(logins: readonly DemoLogin[] = demoLogins): Promise<DemoDesk> {
  const server = Fastify();
  const sessions = new Map<string, DemoLogin>();
  server.post<{ Body: GraphQLBody }>('/graphql', (request) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    return graphql({
      schema,
      source: request.body.query,
      variableValues: request.body.variables,
      operationName: request.body.operationName,
      rootValue: resolvers(logins, sessions, token),
    });
  });
  await registerPages(server, {
    demoLogins: logins,
    organizationNames: ['Bridge', 'Harbour', 'Lantern'],
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { server, url, sessions };
}

function resolvers(
  logins: readonly DemoLogin[],
  sessions: Map<string, DemoLogin>,
  token: string | undefined,
): Record<string, unknown> {
  const person = token === undefined ? undefined : sessions.get(token);
  return {
    me: () => person && personOf(person),
    caseList: () => {
      if (!person) throw new Error('Please sign in.');
      return { edges: cases(person).map((node) => ({ node })), pageInfo: { hasNextPage: false } };
    },
    login: ({ input }: { input: { email: string; passphrase: string } }) => {
      const match = logins.find(
        ({ email, passphrase }) => email === input.email && passphrase === input.passphrase,
      );
      if (!match) {
        const message = 'This e-mail and passphrase do not fit together.';
        return { __typename: 'UserError', code: 'LOGIN_REFUSED', message };
      }
      const opened = `double-token-${sessions.size + 1}`;
      sessions.set(opened, match);
      return { __typename: 'LoginSucceeded', token: opened, expiresAt: '2030-01-01T00:00:00Z' };
    },
    logout: () => ({ ok: token !== undefined && sessions.delete(token) }),
  };
}

function personOf({ displayName, role, organization }: DemoLogin): Record<string, unknown> {
  const code = organization.toUpperCase();
  return {
    id: displayName,
    displayName,
    roles: [role],
    organization: { code, name: organization },
  };
}

function cases(person: DemoLogin): Record<string, unknown>[] {
  return ['HERON-41', 'DIPPER-07', 'STORK-22'].map((codename, index) => ({
    id: `case-${index + 1}`,
    codename,
    state: 'ACTIVE',
    region: ['IN_EAST', 'ABROAD_GE', 'IN_WEST'][index],
    nextStep: { kind: 'CALL', dueDay: `2030-01-0${index + 2}` },
    assignee: personOf(person),
  }));
}
