import {
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;
type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** What Nest calls the resolver it makes for a plain `@Field`. */
const PLAIN_RESOLVER = 'rootFieldResolver';

/** Makes the schema fit for compiled operations; graphql-js executes it as before. Works in place. */
export function prepareSchema(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) prepareField(field);
  }
}

/**
 * A resolver that only reads the property of the field's own name goes: compiled code reads it in place, which is most of
 * what compiling gains. The property must then hold the value and no promise of it.
 */
function prepareField(field: Field): void {
  const { resolve } = field;
  if (resolve === undefined) return;
  if (readsOwnProperty(field, resolve)) delete field.resolve;
  else field.resolve = (...given) => guarded(resolve(...given));
}

function readsOwnProperty(field: Field, resolve: Resolver): boolean {
  if (resolve.name !== PLAIN_RESOLVER) return false;
  const read: (string | symbol)[] = [];
  const probe = new Proxy({}, { get: (_, name) => void read.push(name) });
  const fallback: unknown = resolve(probe, {}, undefined, undefined as never);
  return fallback === undefined && read.join() === field.name;
}

/**
 * What compiled code does with a resolver's value happens inside of `then`, and an exception there (a getter, a
 * list that cannot be walked) would be nobody's: the answer would never come. It becomes the field's error.
 */
function guarded(value: unknown): unknown {
  if (!(value instanceof Promise)) return value;
  return {
    then: (onValue: (value: unknown) => unknown, onError: (error: unknown) => unknown) =>
      value.then((settled) => {
        try {
          return onValue(settled);
        } catch (error) {
          return onError(error);
        }
      }, onError),
  };
}
