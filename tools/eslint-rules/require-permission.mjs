const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription']);
const SHORTEST_REASON = 10;

/** `@Name(…)`, `@Name` and `@namespace.Name(…)` as a name with its arguments. */
function readDecorator({ expression }) {
  const called = expression.type === 'CallExpression';
  const callee = called ? expression.callee : expression;
  const args = called ? expression.arguments : [];
  if (callee.type === 'Identifier') return { namespace: undefined, name: callee.name, args };
  if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier')
    return { namespace: callee.object.name, name: callee.property.name, args };
  return { namespace: undefined, name: undefined, args };
}

function givesReason([reason]) {
  return (
    reason?.type === 'Literal' &&
    typeof reason.value === 'string' &&
    reason.value.trim().length >= SHORTEST_REASON
  );
}

/**
 * Every operation of the GraphQL interface says on its own line who may call it. The guard refuses
 * undeclared operations at run time too; this rule tells it to the author instead of the user.
 */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Every GraphQL operation carries @Allow(…) or @Public(reason).' },
    schema: [],
    messages: {
      missing: "'{{name}}' declares no permission: add @Allow(…) or @Public('why').",
      both: "'{{name}}' is both @Allow and @Public.",
      emptyAllow: "@Allow of '{{name}}' names no permission.",
      noReason: "@Public of '{{name}}' needs a written reason.",
    },
  },
  create(context) {
    const operations = new Set();
    const namespaces = new Set();

    function check(node) {
      const decorators = (node.decorators ?? []).map(readDecorator);
      const isOperation = decorators.some(({ namespace, name }) =>
        namespace ? namespaces.has(namespace) && OPERATIONS.has(name) : operations.has(name),
      );
      if (!isOperation) return;

      const allow = decorators.find(({ name }) => name === 'Allow');
      const open = decorators.find(({ name }) => name === 'Public');
      const report = (messageId) =>
        context.report({ node, messageId, data: { name: node.key.name ?? 'operation' } });
      if (!allow && !open) report('missing');
      if (allow && open) report('both');
      if (allow && allow.args.length === 0) report('emptyAllow');
      if (open && !givesReason(open.args)) report('noReason');
    }

    return {
      ImportDeclaration(node) {
        if (node.source.value !== '@nestjs/graphql') return;
        for (const specifier of node.specifiers) {
          if (specifier.type === 'ImportNamespaceSpecifier') namespaces.add(specifier.local.name);
          else if (OPERATIONS.has(specifier.imported?.name)) operations.add(specifier.local.name);
        }
      },
      MethodDefinition: check,
      PropertyDefinition: check,
    };
  },
};
