import rule from './require-permission.mjs';
import { ruleTester } from './rule-tester.js';

const resolver = (decorators: string, imports = 'Mutation, Query, Subscription'): string => `
  import { ${imports} } from '@nestjs/graphql';
  class Cases { ${decorators} openCase() {} }
`;

ruleTester.run('require-permission', rule, {
  valid: [
    resolver("@Allow('openCase') @Mutation(() => Case)"),
    resolver("@Query(() => Health) @Public('tells a load balancer that we live')"),
    resolver('@ResolveField()'),
    { name: 'a decorator of another library', code: 'class A { @Query() find() {} }' },
  ],
  invalid: [
    { code: resolver('@Mutation(() => Case)'), errors: [{ messageId: 'missing' }] },
    { code: resolver('@Query()'), errors: [{ messageId: 'missing' }] },
    { code: resolver('@Subscription()'), errors: [{ messageId: 'missing' }] },
    {
      name: 'under another name',
      code: resolver('@Read()', 'Query as Read'),
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'through a namespace',
      code: `import * as gql from '@nestjs/graphql'; class A { @gql.Query() find() {} }`,
      errors: [{ messageId: 'missing' }],
    },
    { code: resolver('@Mutation() @Allow()'), errors: [{ messageId: 'emptyAllow' }] },
    { code: resolver('@Query() @Public()'), errors: [{ messageId: 'noReason' }] },
    { code: resolver("@Query() @Public('ok')"), errors: [{ messageId: 'noReason' }] },
    {
      code: resolver("@Query() @Allow('read') @Public('everybody may know')"),
      errors: [{ messageId: 'both' }],
    },
  ],
});
