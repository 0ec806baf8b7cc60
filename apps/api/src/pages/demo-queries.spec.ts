import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
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

describe('demo queries', () => {
  it('exist for exactly the roles of the desk', () => {
    expect(Object.keys(demoQueries).sort()).toEqual(roles.map(roleKeyOf).sort());
  });

  it.each(Object.entries(demoQueries))(
    'of the %s are one read-only operation each',
    (_role, set) => {
      for (const { query } of set.queries) {
        const operations = parse(query).definitions;
        expect(operations).toHaveLength(1);
        expect(operations[0]).toMatchObject({ kind: 'OperationDefinition', operation: 'query' });
      }
    },
  );
});
