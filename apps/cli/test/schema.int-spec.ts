import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { startTestDesk } from '@kinward/testing';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { openOperatorBench, runCli, type OperatorBench } from './test-support/run-cli.js';

describe('the checks of generated files', () => {
  let bench: OperatorBench;

  beforeAll(async () => {
    bench = await openOperatorBench();
  });

  afterAll(() => bench.close());

  it('prints the schema that the server answers with, without a database', async () => {
    const desk = await startTestDesk();
    const { schema } = desk.app.get(GraphQLSchemaHost);
    await desk.close();

    const { code, stdout, stderr } = await runCli(['schema', 'print']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });

  it('says that page, schema and resolvers agree, and what is not generated anew', async () => {
    expect(await runCli(['permissions', 'check'])).toMatchObject({ code: 0, stderr: '' });
    expect(await runCli(['docs', 'check'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('finds no drift, and leaves no database behind', async () => {
    const count = () =>
      bench.database.asOperator(
        `SELECT datname FROM pg_database WHERE datname LIKE 'kinward_fresh%'`,
      );

    const result = await bench.json('schema', 'drift');

    expect(result.statements).toEqual([]);
    expect(result.entities).toBeGreaterThan(5);
    expect(await count()).toEqual([]);
  }, 60_000);
});
