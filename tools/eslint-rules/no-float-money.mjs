const MONEY_WORDS = new Set(
  (
    'amount amounts balance balances price prices total totals fee fees sum sums cost costs ' +
    'payout payouts salary money subtotal refund refunds donation donations'
  ).split(' '),
);
/** Words that turn the name into something counted or referred to: `totalCount`, `feeCode`. */
const NOT_MONEY_WORDS = new Set(
  (
    'count counts id ids code codes kind key keys name names index version length label state ' +
    'status day days hour hours date at by of page pages points score text pattern regex schema'
  ).split(' '),
);
const FLOAT_COLUMNS = /^(real|float|float4|float8|double|double precision)$/i;
const FLOAT_COLUMN_SQL =
  /\b(\w*(?:amount|balance|price|total|fee|sum|cost)\w*)"?\s+(real|float[48]?|double\s+precision)\b/i;
const ROUNDING = new Set(['round', 'floor', 'ceil', 'trunc', 'fround']);

/** True when an identifier names a sum of money: `feeMinor`, `TOTAL_AMOUNT`, but not `totalCount`. */
export function namesMoney(name) {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.some((w) => MONEY_WORDS.has(w)) && !words.some((w) => NOT_MONEY_WORDS.has(w));
}

function nameOf(node) {
  if (!node) return undefined;
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name;
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'MemberExpression') return nameOf(node.property);
  if (node.type === 'AssignmentPattern') return nameOf(node.left);
  if (node.type === 'TSParameterProperty') return nameOf(node.parameter);
  return undefined;
}

const isMoney = (node) => {
  const name = nameOf(node);
  return name !== undefined && namesMoney(name);
};

/** Does `test` hold for a node of this subtree? Types and expressions are small, so a walk is cheap. */
function contains(node, test) {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some((child) => contains(child, test));
  if (typeof node.type !== 'string') return false;
  if (test(node)) return true;
  return Object.entries(node).some(([key, child]) => key !== 'parent' && contains(child, test));
}

/** `number` in an annotation, but not behind a function type, whose parameters are checked alone. */
function mentionsNumber(annotation) {
  if (!annotation) return false;
  if (annotation.type === 'TSFunctionType' || annotation.type === 'TSTypeLiteral') return false;
  if (annotation.type === 'TSNumberKeyword') return true;
  return Object.entries(annotation).some(([key, child]) => {
    if (key === 'parent' || child === null || typeof child !== 'object') return false;
    return Array.isArray(child) ? child.some(mentionsNumber) : mentionsNumber(child);
  });
}

const isNumberLiteral = (node) => node?.type === 'Literal' && typeof node.value === 'number';

/** The float-making call, if it is one: `Number(…)`, `parseFloat(…)`, `Math.round(…)`, `….toFixed()`. */
function floatCall(node) {
  const { callee } = node;
  if (callee.type === 'Identifier')
    return ['Number', 'parseFloat', 'parseInt'].includes(callee.name) ? callee.name : undefined;
  if (callee.type !== 'MemberExpression') return undefined;
  const owner = nameOf(callee.object);
  const method = nameOf(callee.property);
  if (owner === 'Math' && ROUNDING.has(method)) return `Math.${method}`;
  if (owner === 'Number' && ['parseFloat', 'parseInt'].includes(method)) return `Number.${method}`;
  return method === 'toFixed' ? 'toFixed' : undefined;
}

const PASSES_VALUE_ON = new Set([
  'BinaryExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'TSAsExpression',
  'UnaryExpression',
]);

/** Where the value of an expression goes: `const fee = …`, `fee = …`, `{ fee: BigInt(…) }`. */
function receiver(node) {
  const { parent } = node;
  if (parent.type === 'VariableDeclarator') return parent.id;
  if (parent.type === 'AssignmentExpression') return parent.left;
  if (parent.type === 'Property' || parent.type === 'PropertyDefinition') return parent.key;
  const isConversion = parent.type === 'CallExpression' && nameOf(parent.callee) === 'BigInt';
  return isConversion || PASSES_VALUE_ON.has(parent.type) ? receiver(parent) : undefined;
}

/**
 * Money is whole minor units in a bigint, carried by the kernel's Money. A float loses a cent
 * somewhere between 0.1 and 0.2, and a ledger that is off by a cent is a ledger nobody trusts.
 */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Money is never a floating-point number.' },
    schema: [],
    messages: {
      type: "'{{name}}' names money: use bigint minor units or Money, not number.",
      call: '{{call}} makes money a float: stay with bigint minor units or Money.',
      column: "'{{column}}' columns lose money: use bigint minor units.",
    },
  },
  create(context) {
    const reportType = (node, key) =>
      context.report({ node, messageId: 'type', data: { name: nameOf(key) } });

    function checkTyped(node, key, annotation) {
      if (isMoney(key) && mentionsNumber(annotation)) reportType(node, key);
    }

    function checkSql(node, text) {
      const found = FLOAT_COLUMN_SQL.exec(text);
      if (found && namesMoney(found[1]))
        context.report({ node, messageId: 'column', data: { column: found[2] } });
    }

    function checkColumn(property) {
      const isFloat = (node) =>
        (node.type === 'Literal' && FLOAT_COLUMNS.test(String(node.value))) ||
        (node.type === 'Identifier' && node.name === 'Float');
      for (const decorator of property.decorators ?? [])
        if (contains(decorator.expression, isFloat))
          context.report({ node: decorator, messageId: 'column', data: { column: 'float' } });
    }

    return {
      Identifier(node) {
        if (node.typeAnnotation) checkTyped(node, node, node.typeAnnotation);
      },
      VariableDeclarator(node) {
        if (isMoney(node.id) && isNumberLiteral(node.init)) reportType(node, node.id);
      },
      TSPropertySignature: (node) => checkTyped(node, node.key, node.typeAnnotation),
      TSMethodSignature: (node) => checkTyped(node, node.key, node.returnType),
      MethodDefinition: (node) => checkTyped(node, node.key, node.value.returnType),
      FunctionDeclaration: (node) => checkTyped(node, node.id, node.returnType),
      TSTypeAliasDeclaration: (node) => checkTyped(node, node.id, node.typeAnnotation),
      PropertyDefinition(node) {
        if (!isMoney(node.key)) return;
        if (mentionsNumber(node.typeAnnotation) || isNumberLiteral(node.value))
          reportType(node, node.key);
        checkColumn(node);
      },
      CallExpression(node) {
        const call = floatCall(node);
        if (call === undefined) return;
        const nearMoney =
          contains(node.arguments, isMoney) ||
          contains(node.callee, isMoney) ||
          isMoney(receiver(node));
        if (nearMoney) context.report({ node, messageId: 'call', data: { call } });
      },
      UnaryExpression(node) {
        if (node.operator === '+' && isMoney(node.argument))
          context.report({ node, messageId: 'call', data: { call: 'Unary +' } });
      },
      Literal(node) {
        if (typeof node.value === 'string') checkSql(node, node.value);
      },
      TemplateElement: (node) => checkSql(node, node.value.raw),
    };
  },
};
