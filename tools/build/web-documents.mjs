/**
 * Turns every apps/web/src/**\/*.graphql into a typed document beside it (`queue.graphql` → `queue.documents.ts`), from the
 * committed schema; beside them who may call what, and what unions can be.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const SCHEMA = 'libs/contracts/schema.graphql';
const PERMISSIONS = 'libs/platform/src/permissions/permissions.generated.ts';
const SOURCES = 'apps/web/src';
/** The documents of the web application, for the build to lay beside it. */
export const WEB_MANIFEST = 'apps/web/src/generated/documents.manifest';
const GENERATED = /\.documents\.ts$/;
/** Pages that are read on small, slow phones carry no library for GraphQL: their documents are texts. */
const PLAIN = /^doors[/\\]/;

/** Answers are read only; what may be absent is null, never missing; every object says its type. */
const CONFIG = {
  avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
  enumType: 'string-literal',
  immutableTypes: true,
  nonOptionalTypename: true,
  scalars: { DateTime: 'string', ID: 'string', Upload: 'File' },
  useTypeImports: true,
};

/**
 * Brings the generated files up to date; only what changed is written.
 *
 * @returns {Promise<string[]>} one line for each document that does not fit the schema
 */
export async function generateWebDocuments(root) {
  const names = (await readdir(join(root, SOURCES), { recursive: true })).sort();
  const sources = names.filter((name) => name.endsWith('.graphql'));
  const errors = [];
  const outputs = new Set();
  /** Every document that the pages send, by its hash: in production the server executes no other. */
  const manifest = {};
  if (sources.length > 0) {
    const tools = await loadTools();
    const schema = tools.buildSchema(await readFile(join(root, SCHEMA), 'utf8'));
    for (const name of sources) {
      const output = name.replace(/\.graphql$/, '.documents.ts');
      outputs.add(output);
      try {
        const source = await readFile(join(root, SOURCES, name), 'utf8');
        const content = await generateOne(tools, schema, { name, source, manifest });
        await writeChanged(join(root, SOURCES, output), content);
      } catch (error) {
        errors.push(`${SOURCES}/${name}: ${error.message}`);
      }
    }
  }
  for (const name of names.filter((each) => GENERATED.test(each) && !outputs.has(each))) {
    await rm(join(root, SOURCES, name));
  }
  await writeChanged(join(root, SOURCES, 'generated/possible-types.ts'), await possibleTypes(root));
  const sorted = Object.fromEntries(Object.entries(manifest).sort());
  await writeChanged(join(root, WEB_MANIFEST), JSON.stringify(sorted));
  const permissions = await readFile(join(root, PERMISSIONS), 'utf8');
  await writeChanged(join(root, SOURCES, 'generated/permissions.ts'), permissions);
  return errors;
}

/** Which types a union or an interface can be: the cache matches fragments by it. */
async function possibleTypes(root) {
  const { buildSchema, isAbstractType } = await import('graphql');
  const schema = buildSchema(await readFile(join(root, SCHEMA), 'utf8'));
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const lines = abstract.map((type) => {
    const names = schema.getPossibleTypes(type).map(({ name }) => `'${name}'`);
    return `  ${type.name}: [${names.join(', ')}],`;
  });
  const head = '// Generated from the schema. Do not edit.\nexport const POSSIBLE_TYPES = {';
  return [head, ...lines.sort(), '};', ''].join('\n');
}

async function loadTools() {
  const [graphql, core, operations] = await Promise.all([
    import('graphql'),
    import('@graphql-codegen/core'),
    import('@graphql-codegen/typescript-operations'),
  ]);
  return { ...graphql, codegen: core.codegen, operations };
}

async function generateOne(
  { parse, print, printSchema, visit, codegen, operations },
  schema,
  { name, source, manifest },
) {
  const document = parse(source);
  const types = await codegen({
    filename: name.replace(/\.graphql$/, '.documents.ts'),
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [{ location: name, document }],
    config: CONFIG,
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  const isPlain = PLAIN.test(name);
  const texts = operationsOf(withTypenames(document, visit), print);
  const constants = texts.map(({ name: operation, kind, text }) => {
    const hash = createHash('sha256').update(text).digest('hex');
    manifest[hash] = text;
    const of = `<${operation}${kind}, ${operation}${kind}Variables>`;
    return isPlain
      ? `export const ${operation}Document: DoorDocument${of} = plain('${hash}', \`${text}\`);`
      : `export const ${operation}Document: TypedDocumentNode${of} = known('${hash}', gql(\`${text}\`));`;
  });
  const depth = name.split('/').length - 1;
  if (isPlain) {
    const from = `${depth === 1 ? './' : '../'.repeat(depth - 1)}door-document`;
    const head = `// Generated from ${name.split('/').at(-1)}. Do not edit.\nimport { plain, type DoorDocument } from '${from}';\n`;
    return `${head}${types}\n${constants.join('\n')}\n`;
  }
  const knownFrom = `${depth === 0 ? './' : '../'.repeat(depth)}api/known-documents`;
  const head = `// Generated from ${name.split('/').at(-1)}. Do not edit.\nimport { gql, type TypedDocumentNode } from '@urql/core';\nimport { known } from '${knownFrom}';\n`;
  return `${head}${types}\n${constants.join('\n')}\n`;
}

/** Asks for the type of every object: refusals are told from answers by it, with a cache or without. */
function withTypenames(document, visit) {
  const typename = { kind: 'Field', name: { kind: 'Name', value: '__typename' } };
  return visit(document, {
    SelectionSet(node, key, parent) {
      if (parent.kind === 'OperationDefinition') return undefined;
      const has = node.selections.some((each) => each.name?.value === '__typename');
      return has ? undefined : { ...node, selections: [typename, ...node.selections] };
    },
  });
}

/** Each operation with the fragments that it needs, as one text. */
function operationsOf({ definitions }, print) {
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [],
    ),
  );
  return definitions.flatMap((operation) => {
    if (operation.kind !== 'OperationDefinition') return [];
    const used = new Set();
    const collect = (text) => {
      for (const [, fragment] of text.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
        if (used.has(fragment)) continue;
        used.add(fragment);
        collect(print(fragments.get(fragment)));
      }
    };
    collect(print(operation));
    const parts = [operation, ...[...used].map((each) => fragments.get(each))];
    const kind = operation.operation[0].toUpperCase() + operation.operation.slice(1);
    return [{ name: operation.name.value, kind, text: parts.map(print).join('\n') }];
  });
}

async function writeChanged(path, content) {
  const former = existsSync(path) ? await readFile(path, 'utf8') : null;
  if (former === content) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
