import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { startTestDesk, TestClient, type TestDesk } from '@kinward/testing';
import { getNamedType, isObjectType, isUnionType, type GraphQLOutputType } from 'graphql';
import { GraphqlJitPlugin } from '../src/graphql/jit/graphql-jit.plugin.js';

const UNKNOWN_ID = '018f0000-0000-7000-8000-000000000001';
const DEEPEST = 6;

/** Everything that can be asked of a type without arguments; unions with every member, as the schema has them. */
function selectionOf(output: GraphQLOutputType, depth = 0): string {
  const type = getNamedType(output);
  if (isUnionType(type)) {
    // Members may have a field of one name and two types; an alias without underscores keeps them apart.
    const parts = type.getTypes().map((member, index) => {
      const fields = fieldsOf(member, depth, `m${String(index)}`);
      return `... on ${member.name} { ${fields} }`;
    });
    return `{ __typename ${parts.join(' ')} }`;
  }
  return isObjectType(type) ? `{ __typename ${fieldsOf(type, depth, '')} }` : '';
}

function fieldsOf(type: GraphQLOutputType, depth: number, prefix: string): string {
  if (!isObjectType(type)) return '';
  const shown = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const isLeaf = !isObjectType(inner) && !isUnionType(inner);
    if (field.args.length > 0 || (!isLeaf && depth + 1 >= DEEPEST)) return [];
    const alias = prefix === '' ? '' : `${prefix}${field.name}: `;
    return [`${alias}${field.name} ${selectionOf(field.type, depth + 1)}`];
  });
  return shown.length === 0 ? '__typename' : shown.join(' ');
}

describe('the whole server with compiled queries answers like the one without', () => {
  let plain: TestDesk;
  let jit: TestDesk;

  /** Programs of the server with the switch on. */
  const compiled = (desk = jit): number => {
    const plugin = desk.app.get(GraphqlJitPlugin, { strict: false });
    const { operations } = plugin as unknown as { operations: { compiled: Map<string, unknown> } };
    return [...operations.compiled.values()].filter((program) => program !== null).length;
  };
  const minute = (): number => Math.floor(plain.clock.now().getTime() / 60_000);
  /** Sends the same to both servers with the same session: to the one that compiles, until it has. */
  const askBoth = async (person: string, document: string, variables: object = {}) => {
    const { token } = await plain.as(person);
    const send = (desk: TestDesk) =>
      new TestClient(desk.app, token).send(document, variables as Record<string, unknown>);
    // A session tells its minutes: where one ends between two answers, both are asked again.
    for (;;) {
      const began = minute();
      const expected = await send(plain);
      const answers = [await send(jit), await send(jit), await send(jit)];
      if (minute() === began) return { expected, answers };
    }
  };

  beforeAll(async () => {
    plain = await startTestDesk({ config: { graphqlJit: false } });
    const { database, clock } = plain;
    jit = await startTestDesk({ config: { graphqlJit: true }, database, clock });
  });

  afterAll(async () => {
    await jit.close();
    await plain.close();
  });

  it('for every query of the schema, whoever asks, found or not', async () => {
    const { schema } = plain.app.get(GraphQLSchemaHost, { strict: false });
    const rows = await plain.database.asOperator<{ id: string }>('SELECT id FROM case_file');
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    const before = compiled();
    for (const { name, args, type } of queries) {
      const [input] = args;
      const head = input === undefined ? '' : `($input: ${String(input.type)})`;
      const call = input === undefined ? name : `${name}(input: $input)`;
      const document = `query ${head} { ${call} ${selectionOf(type)} }`;
      const inputs = [
        {},
        { first: 3 },
        { caseId: UNKNOWN_ID },
        { caseId: rows[0]?.id },
        { first: 'x' },
      ];
      for (const person of [
        'caseworker',
        'coordinator',
        'auditor',
        'finance-officer',
        'security-officer',
      ]) {
        for (const values of inputs) {
          const { expected, answers } = await askBoth(person, document, { input: values });
          for (const answer of answers) {
            expect([name, answer.status, answer.data, answer.errors]).toEqual([
              name,
              expected.status,
              expected.data,
              expected.errors,
            ]);
          }
        }
      }
    }

    expect(compiled() - before).toBeGreaterThan(queries.length / 2);
    expect(compiled(plain)).toBe(0);
    // Some eighty queries, five people, five inputs, four answers each.
  }, 180_000);

  it('and its guards and interceptors run: other roles are refused, revoked sessions end', async () => {
    const document = '{ me { id displayName } }';
    const { expected, answers } = await askBoth('caseworker', document);
    const before = compiled();
    const nobody = await jit.anonymous.send(document);
    const leaving = await jit.signIn('caseworker');
    await leaving.send(document);
    await leaving.send('mutation { logout { __typename } }');

    expect(answers.map(({ text }) => text)).toEqual([expected.text, expected.text, expected.text]);
    expect(before).toBeGreaterThan(0);
    expect(nobody.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(nobody.text).toBe((await plain.anonymous.send(document)).text);
    expect((await leaving.send(document)).errors[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('and an outage is told in one sentence, and written into the log', async () => {
    const document = 'query ($input: CaseListInput!) { caseList(input: $input) { __typename } }';
    await askBoth('caseworker', document, { input: {} });
    await plain.database.asOperator('ALTER TABLE case_file RENAME TO case_file_gone');
    const { expected, answers } = await askBoth('caseworker', document, { input: {} });
    await plain.database.asOperator('ALTER TABLE case_file_gone RENAME TO case_file');

    expect(expected.errors[0]?.extensions).toEqual({ code: 'INTERNAL' });
    for (const answer of answers) expect(answer.text).toBe(expected.text);
    expect(readFileSync(jit.logFile, 'utf8')).toMatch(
      /operation failed.*42P01|42P01.*operation failed/,
    );
  });
});
