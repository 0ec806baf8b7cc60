import { ApolloServer } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  GraphQLError,
  parse,
  type GraphQLObjectType,
  type GraphQLScalarType,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { DatabaseFailure } from '../../database/database-failure.js';
import type { KinwardLogger } from '../../logging/logger.js';
import { reportFailures } from '../report-failures.js';
import { createRequestContext, type RequestContext } from '../request-context.js';
import { formatRequestError, requestError } from '../request-errors.js';
import { GraphqlJitPlugin } from './graphql-jit.plugin.js';

type World = Readonly<Record<string, unknown>>;
type Context = RequestContext & { world: World };

const SDL = `
  scalar Day
  enum Light { GREEN RED }
  interface Named { name: String! }
  type Cat implements Named { name: String!, lives: Int, friend: Named }
  type Dog implements Named { name: String!, loud: Boolean }
  union Pet = Cat | Dog
  input Filter { light: Light = GREEN, names: [String!], deep: Filter }
  type Box { id: ID!, day: Day, light: Light, inner: Box, must: Box!, list: [Int], strict: [Int!]!, grid: [[Int!]] }
  type Query {
    text(a: String, n: Int = 7, filter: Filter): String
    number: Int
    strictNumber: Int!
    box: Box
    boxes: [Box]
    strictBoxes: [Box!]!
    pet: Pet
    pets: [Pet!]
    named: Named
  }
  type Mutation { text: String }
`;

function schemaOf() {
  const schema = buildSchema(SDL);
  const fieldsOf = (name: string) => (schema.getType(name) as GraphQLObjectType).getFields();
  for (const type of ['Query', 'Mutation']) {
    for (const field of Object.values(fieldsOf(type))) {
      field.resolve = async (_root, args: object, context: Context) => {
        await Promise.resolve();
        const value = context.world[field.name];
        if (value instanceof Error) throw value;
        return typeof value === 'function' ? (value as (args: object) => unknown)(args) : value;
      };
    }
  }
  for (const { name } of [
    ...schema.getPossibleTypes(schema.getType('Named') as never),
    { name: 'Box' },
  ]) {
    for (const field of Object.values(fieldsOf(name))) {
      // As Nest does for a plain field.
      const resolver = { rootFieldResolver: (root: World) => root[field.name] };
      field.resolve = resolver.rootFieldResolver;
    }
  }
  const resolveType = (value: { kind: string }) => value.kind;
  Object.assign(schema.getType('Pet') ?? {}, { resolveType });
  Object.assign(schema.getType('Named') ?? {}, { resolveType });
  const serialize = (value: unknown): string => {
    if (!(value instanceof Date)) throw new TypeError('no day');
    return value.toISOString().slice(0, 10);
  };
  Object.assign(schema.getType('Day') as GraphQLScalarType, { serialize });
  return schema;
}

/** A server that logs into a list; with the plugin or as Apollo is. */
function serverOf(jit: boolean) {
  const logged: unknown[] = [];
  const logger = { error: (...line: unknown[]) => logged.push(line) } as unknown as KinwardLogger;
  const plugin = new GraphqlJitPlugin({ mode: 'demo', graphqlJit: jit }, logger);
  const server = new ApolloServer<RequestContext>({
    schema: schemaOf(),
    formatError: (formatted) => formatRequestError(formatted, true),
    plugins: [
      plugin as never,
      {
        requestDidStart: () =>
          Promise.resolve({
            didEncounterErrors: ({ errors }) => Promise.resolve(reportFailures(logger, errors)),
          }),
      },
    ],
  });
  const ask = async (document: string, world: World, variables: World, signedIn = true) => {
    const context = { ...createRequestContext(null), world } as Context;
    context.actor = Promise.resolve(signedIn ? ({} as never) : null);
    const { body, http } = await server.executeOperation(
      { query: document, variables },
      { contextValue: context },
    );
    if (body.kind !== 'single') throw new Error('one answer was expected');
    return {
      answer: JSON.parse(JSON.stringify(body.singleResult)) as unknown,
      status: http.status,
    };
  };
  const compiled = () =>
    [
      ...(
        plugin as unknown as { operations: { compiled: Map<string, unknown> } }
      ).operations.compiled.values(),
    ].filter((program) => program !== null).length;
  return { ask, logged, compiled };
}

const box = (more: World = {}): World => ({
  id: 'b',
  must: { id: 'm', strict: [] },
  strict: [1, 2],
  ...more,
});
const cat = (more: World = {}): World => ({ kind: 'Cat', name: 'Demo-Cat', lives: 9, ...more });
const dog = { kind: 'Dog', name: 'Demo-Dog', loud: true };
const THROWING = {
  id: 'b',
  strict: [],
  get inner(): never {
    throw new Error('Demo-Secret');
  },
};
const ENDLESS = {
  [Symbol.iterator]: () => ({
    next: () => {
      throw new Error('Demo-Secret');
    },
  }),
};

interface Case {
  readonly says: string;
  readonly document: string;
  /** A world in which the query succeeds, so that it is compiled; then the others. */
  readonly worlds: readonly [World, ...World[]];
  readonly variables?: readonly [World, ...World[]];
}

const CASES: readonly Case[] = [
  {
    says: 'scalars and nulls',
    document: '{ text number strictNumber __typename }',
    worlds: [
      { text: 'a', strictNumber: 1 },
      { number: 0, strictNumber: 2 },
      { text: '', number: -1, strictNumber: 3 },
    ],
  },
  {
    says: 'values that do not fit their type',
    document: '{ number text box { light day } }',
    worlds: [
      {},
      { number: 'x' },
      { number: 2.5 },
      { text: { a: 1 } },
      { box: { light: 'BLUE' } },
      { box: { day: 'x' } },
      { number: NaN },
      { text: 12 },
    ],
  },
  {
    says: 'errors of root resolvers',
    document: '{ text number box { id } }',
    worlds: [
      { text: 'a' },
      { text: new Error('Demo-Secret'), number: 1 },
      { text: requestError('FORBIDDEN'), number: requestError('NOT_FOUND') },
      { box: new DatabaseFailure('40001', null) },
      { box: new GraphQLError('Demo-Secret', { extensions: { code: 'OTHER' } }) },
    ],
  },
  {
    says: 'null where there must be something',
    document: '{ strictNumber text }',
    worlds: [
      { strictNumber: 1 },
      {},
      { strictNumber: new Error('x') },
      { strictNumber: requestError('FORBIDDEN') },
    ],
  },
  {
    says: 'null that climbs',
    document: '{ box { id must { id must { id } } inner { must { id } } } }',
    worlds: [
      { box: null },
      { box: box({ must: null }) },
      { box: box({ inner: box({ must: {} }), must: box() }) },
      { box: { id: null } },
    ],
  },
  {
    says: 'lists',
    document: '{ boxes { id list grid strict } strictBoxes { id } }',
    worlds: [
      { strictBoxes: [] },
      {
        boxes: [box({ list: [1, null], grid: [[1], null, []] }), null],
        strictBoxes: new Set([box()]),
      },
      { boxes: [box({ strict: [1, null] }), box()], strictBoxes: [box(), null] },
      { boxes: 'text', strictBoxes: 5 },
      { boxes: [box({ grid: [[1, null]] }), new Error('Demo-Secret')], strictBoxes: [] },
      { boxes: [Promise.resolve(box())], strictBoxes: [box()] },
    ],
  },
  {
    says: 'unions',
    document:
      '{ pet { __typename ... on Cat { lives name } ... on Dog { loud } } pets { ... on Named { name } ... on Dog { loud } } }',
    worlds: [
      { pet: cat(), pets: [cat(), dog] },
      { pet: dog, pets: null },
      { pet: { kind: 'Box' } },
      { pet: {} },
      { pets: [cat({ name: null })] },
    ],
  },
  {
    says: 'interfaces',
    document:
      '{ named { __typename name ... on Cat { lives friend { name ...More } } } } fragment More on Dog { loud }',
    worlds: [
      { named: cat({ friend: dog }) },
      { named: dog },
      { named: cat({ friend: cat({ name: null }) }) },
      { named: { kind: 'Nobody' } },
    ],
  },
  {
    says: 'aliases and merged selections',
    document:
      '{ one: box { a: id b: id } one: box { must { id } } two: box { ...F ...F } } fragment F on Box { id must { id strict } must { strict } }',
    worlds: [{ box: box() }, { box: box({ must: null }) }],
  },
  {
    says: 'a custom scalar',
    document: '{ box { day light } }',
    worlds: [{ box: { day: new Date(0), light: 'RED' } }, { box: { day: null } }],
  },
  {
    says: 'exceptions while a value is read',
    document: '{ box { id inner { id } } boxes { list } text }',
    worlds: [{ box: box() }, { box: THROWING, text: 'a' }, { boxes: ENDLESS }],
  },
  {
    says: 'variables',
    document:
      'query Q($a: String, $n: Int! = 3, $filter: Filter) { text(a: $a, n: $n, filter: $filter) plain: text(n: 5) none: text(a: null) }',
    worlds: [{ text: (args: object) => JSON.stringify(Object.entries(args).sort()) }],
    variables: [
      {},
      { a: 'x', n: 4 },
      { a: null, n: null },
      { n: 'x' },
      { filter: { light: 'RED', names: ['a'] } },
      { filter: { names: 'a' } },
      { filter: { names: [null] } },
      { filter: { no: 1 } },
      { n: 2 ** 40 },
      { a: 5 },
      { filter: { deep: {} } },
    ],
  },
];

/**
 * The order of errors is not promised by GraphQL, and where two values that must not be null are missing under the same
 * parent, graphql-js stops at the first and compiled code tells both. Everything else is compared as it is.
 */
const ordered = (answered: { answer: unknown; status: number | undefined }) => {
  const { errors = [], ...rest } = answered.answer as { errors?: unknown[] };
  const told = new Set(errors.map((error) => JSON.stringify(error)));
  return { ...rest, errors: [...told].sort(), status: answered.status };
};

const placesOf = (logged: readonly unknown[]) =>
  logged.map((line) => (line as [string, { operation: string }])[1].operation);

describe('compiled operations answer like graphql-js', () => {
  it.each(CASES)('$says', async ({ document, worlds, variables = [{}] }) => {
    const plain = serverOf(false);
    const jit = serverOf(true);
    await jit.ask(document, worlds[0], variables[0]);

    for (const world of worlds) {
      for (const values of variables) {
        const expected = ordered(await plain.ask(document, world, values));
        expect(ordered(await jit.ask(document, world, values))).toEqual(expected);
      }
    }
    expect(jit.compiled()).toBe(1);
    expect(plain.compiled()).toBe(0);
    // Nothing that graphql-js would tell is kept silent.
    expect(placesOf(jit.logged)).toEqual(expect.arrayContaining(placesOf(plain.logged)));
  });
});

const MARKER = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';

describe('a compiled operation', () => {
  it('answers when reading deep inside fails: the root field is null, where graphql-js names the inner one', async () => {
    const { ask, compiled } = serverOf(true);
    const document = '{ boxes { id list } text }';
    for (let time = 0; time < 2; time += 1) await ask(document, { boxes: [box()] }, {});

    const { answer } = await ask(document, { boxes: [{ id: 'b', list: ENDLESS }], text: 'a' }, {});

    expect(answer).toMatchObject({
      data: { boxes: null, text: 'a' },
      errors: [{ extensions: { code: 'INTERNAL' } }],
    });
    expect(JSON.stringify(answer)).not.toContain('Demo-Secret');
    expect(compiled()).toBe(1);
  });
});

describe('the compiler alone', () => {
  it('runs what a text smuggles in: why texts stay out, and whether that is still needed', () => {
    const document = parse(`{ text(a: "${MARKER}0,globalThis.demoSmuggled=1") }`);
    const outcome = compileQuery(schemaOf(), document, '');
    if (isCompiledQuery(outcome)) void outcome.query(undefined, { world: {} }, {});

    expect(globalThis).toHaveProperty('demoSmuggled', 1);
  });
});

describe('operations that are not compiled', () => {
  it.each([
    ['a text, which could carry a program', `{ text(a: "${MARKER}0,globalThis.demoBreach=1") }`],
    ['a block text', '{ text(a: """x""") }'],
    ['a text as a default', 'query ($a: String = "x") { text(a: $a) }'],
    ['an object or a list', 'query ($a: String!) { text(filter: { names: [$a] }) }'],
    [
      'a directive',
      'query ($x: Boolean = true) { text @include(if: $x) ...F @skip(if: $x) } fragment F on Query { number }',
    ],
    ['introspection', '{ __schema { queryType { name } } text }'],
    ['an alias with underscores', '{ __proto__: text a_b: number }'],
    ['an alias of __typename', '{ kind: __typename }'],
    ['a mutation', 'mutation { text }'],
  ])('%s', async (_, document) => {
    const plain = serverOf(false);
    const jit = serverOf(true);
    const world = { text: 'a', number: 1 };
    const expected = await plain.ask(document, world, { a: 'x' });

    for (let time = 0; time < 3; time += 1) {
      expect(await jit.ask(document, world, { a: 'x' })).toEqual(expected);
    }
    expect(jit.compiled()).toBe(0);
    expect(globalThis).not.toHaveProperty('demoBreach');
  });

  it('what a stranger asks, what failed, and what came once', async () => {
    const { ask, compiled } = serverOf(true);
    for (let time = 0; time < 3; time += 1) {
      await ask('{ text }', { text: 'a' }, {}, false);
      await ask('{ number }', { number: 'x' }, {});
    }
    await ask('{ strictNumber }', { strictNumber: 1 }, {});

    expect(compiled()).toBe(0);
  });

  it('are more than 200: the one that was used longest ago goes', async () => {
    const { ask, compiled } = serverOf(true);
    for (let index = 0; index < 210; index += 1) {
      const document = `{ a${String(index)}: text }`;
      for (let time = 0; time < 2; time += 1) await ask(document, { text: 'a' }, {});
    }

    expect(compiled()).toBe(200);
  });
});
