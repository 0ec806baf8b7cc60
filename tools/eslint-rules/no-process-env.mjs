const PROCESS_MODULES = new Set(['process', 'node:process']);

const named = (node, name) =>
  (node.type === 'Identifier' && node.name === name) ||
  (node.type === 'Literal' && node.value === name);

/** `loadConfig(process.env)`: the start of a program hands the whole environment to the schema. */
function isHandedToConfiguration(node) {
  const { parent } = node;
  return (
    parent.type === 'CallExpression' &&
    named(parent.callee, 'loadConfig') &&
    parent.arguments.includes(node)
  );
}

/**
 * The environment is read and checked once, in libs/platform/src/config. A variable read elsewhere
 * would be missing from that schema, so nobody would notice when it is absent or misspelt.
 */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Only the configuration reads environment variables.' },
    schema: [],
    messages: { env: 'Read this from the configuration of @kinward/platform, not process.env.' },
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'env' });
    return {
      MemberExpression(node) {
        const { object } = node;
        const isProcess =
          named(object, 'process') ||
          (object.type === 'MemberExpression' &&
            named(object.object, 'globalThis') &&
            named(object.property, 'process'));
        const isRead = isProcess && named(node.property, 'env');
        if (isRead && !isHandedToConfiguration(node)) report(node);
      },
      VariableDeclarator(node) {
        if (node.init && named(node.init, 'process') && node.id.type === 'ObjectPattern')
          for (const property of node.id.properties)
            if (property.type === 'Property' && named(property.key, 'env')) report(property);
      },
      ImportSpecifier(node) {
        if (PROCESS_MODULES.has(node.parent.source.value) && named(node.imported, 'env'))
          report(node);
      },
    };
  },
};
