import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { roleKeyOf } from './demo-login.js';
import { demoQueries } from './demo-queries.js';

const roles = [
  'COORDINATOR',
  'CASEWORKER',
  'FINANCE_OFFICER',
  'FOUNDATION_MANAGER',
  'VOLUNTEER',
  'SECURITY_OFFICER',
  'AUDITOR',
  'ADMINISTRATOR',
];

const schema = buildSchema(
  readFileSync(new URL('../../../../libs/contracts/schema.graphql', import.meta.url), 'utf8'),
);

describe('demo queries', () => {
  it('exist for exactly the roles of the desk', () => {
    expect(Object.keys(demoQueries).sort()).toEqual(roles.map(roleKeyOf).sort());
  });

  it.each(Object.entries(demoQueries))(
    'of the %s are one read-only operation each',
    (_role, set) => {
      for (const { query } of set.queries) {
        const document = parse(query);
        expect(validate(schema, document)).toEqual([]);
        const operations = document.definitions;
        expect(operations).toHaveLength(1);
        expect(operations[0]).toMatchObject({ kind: 'OperationDefinition', operation: 'query' });
      }
    },
  );
});
