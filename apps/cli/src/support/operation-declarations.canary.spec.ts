import { describe, expect, it } from '@jest/globals';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '@kinward/platform';
import { declaredOperations, permissionProblems } from './operation-declarations.js';

@Resolver()
class DemoResolver {
  @Allow('me')
  @Query(() => String)
  me(): string {
    return '';
  }

  @Allow('logout')
  @Mutation(() => String, { name: 'demoRenamed' })
  called(): string {
    return '';
  }

  @Public('for the canary, nobody is signed in')
  @Query(() => String)
  demoOpen(): string {
    return '';
  }

  // eslint-disable-next-line kinward/require-permission -- what the check must find
  @Query(() => String)
  demoForgotten(): string {
    return '';
  }

  notAnOperation(): string {
    return '';
  }
}

const declared = declaredOperations([DemoResolver]);
const row = (operation: string, kind: 'query' | 'mutation' = 'query', anonymous = false) => ({
  operation,
  kind,
  anonymous,
  roles: [],
});

describe('the permission check', () => {
  it('reads name, kind and declaration of every operation', () => {
    expect(declared).toEqual([
      { name: 'me', kind: 'query', allows: 'me', isPublic: false },
      { name: 'demoRenamed', kind: 'mutation', allows: 'logout', isPublic: false },
      { name: 'demoOpen', kind: 'query', allows: null, isPublic: true },
      { name: 'demoForgotten', kind: 'query', allows: null, isPublic: false },
    ]);
  });

  const problems = (
    rows: Parameters<typeof permissionProblems>[0]['rows'],
    schema: readonly { name: string; kind: string }[] = [],
  ): string[] => permissionProblems({ rows, schema, declared });

  it('is green where page, schema and resolver agree', () => {
    const agreeing = declared.slice(0, 1);
    const schema = [{ name: 'me', kind: 'query' }];

    expect(permissionProblems({ rows: [row('me')], schema, declared: agreeing })).toEqual([]);
  });

  it('is red on another name, a forgotten declaration and an open door the page does not know', () => {
    expect(problems([])).toEqual([
      'demoRenamed: @Allow names "logout"',
      'demoOpen: public, but its row does not say anonymous',
      'demoForgotten: declares no permission',
    ]);
  });

  it('is red on a session where the page says anonymous', () => {
    expect(problems([row('me', 'query', true)])).toContain(
      'me: its row says anonymous, but it asks for a session',
    );
  });

  it('is red on an operation without a row, or with a row of the other kind', () => {
    const schema = [
      { name: 'me', kind: 'query' },
      { name: 'demoOpen', kind: 'query' },
      { name: 'demoGhost', kind: 'query' },
    ];
    const found = problems([row('me', 'mutation'), row('demoOpen', 'query', true)], schema);

    expect(found).toContain('me: docs/permissions.md has no row for this query');
    expect(found).toContain('demoGhost: docs/permissions.md has no row for this query');
    expect(found).toContain('demoGhost: no resolver declares who may call it');
    expect(found.join()).not.toContain('demoOpen');
  });
});
