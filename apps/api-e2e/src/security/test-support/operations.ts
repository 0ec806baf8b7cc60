import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { OPERATION_KINDS, type OperationKind } from '@kinward/platform';
import type { TestDesk } from '@kinward/testing';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** The caller's own invention, an id of nothing: every call gets a fresh one, so that no answer is a repetition. */
const COMMAND_KEY = 'commandKey';

/** One root field of the schema, ready to be called. */
export interface Operation {
  readonly name: string;
  readonly kind: OperationKind;
  readonly document: string;
  /** Names of the input's fields that hold ids of things, lists of ids and fields of nested inputs included. */
  readonly idFields: readonly string[];
  /** A complete input; `values` by field name replace the invented ones, optional ones too. */
  readonly input: (values?: Values) => Values;
}

/** Every root field of the running server's schema. */
export function operationsOf(desk: TestDesk): Operation[] {
  const { schema } = desk.app.get(GraphQLSchemaHost, { strict: false });
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return OPERATION_KINDS.flatMap((kind) => {
    const root = roots[kind];
    return Object.values(root?.getFields() ?? {}).map((field) => toOperation(kind, field));
  });
}

function toOperation(kind: OperationKind, field: GraphQLField<unknown, unknown>): Operation {
  const [argument] = field.args;
  const fields = argument === undefined ? [] : fieldsOf(argument.type);
  const head = argument === undefined ? '' : `($input: ${String(argument.type)})`;
  const call = argument === undefined ? field.name : `${field.name}(input: $input)`;
  return {
    name: field.name,
    kind,
    document: `${kind} ${head} { ${call} ${selectionOf(field)} }`,
    idFields: idFieldsOf(fields),
    input: (values = {}) => inputOf(fields, values),
  };
}

/** Outcome, reason and rows of a page, without anything that differs from call to call. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return '{ __typename }';
  if (!isUnionType(type)) return '';
  const members = type.getTypes().map(({ name }) => name);
  const pages = members.filter((name) => name.endsWith('Connection'));
  const shown = Object.entries({
    InvalidInput: 'code field reason',
    NotFound: 'code message',
    Refused: 'code reason',
    WrongState: 'code message',
    ...Object.fromEntries(pages.map((name) => [name, 'edges { cursor }'])),
  }).filter(([name]) => members.includes(name));
  return `{ __typename ${shown.map(([name, part]) => `... on ${name} { ${part} }`).join(' ')} }`;
}

function fieldsOf(type: GraphQLInputType): GraphQLInputField[] {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
}

function idFieldsOf(fields: readonly GraphQLInputField[]): string[] {
  return fields.flatMap(({ name, type }) => {
    if (isInputObjectType(getNamedType(type))) return idFieldsOf(fieldsOf(type));
    return getNamedType(type).name === 'ID' && name !== COMMAND_KEY ? [name] : [];
  });
}

function inputOf(fields: readonly GraphQLInputField[], values: Values): Values {
  const entries = fields.flatMap(({ name, type, defaultValue }): [string, unknown][] => {
    if (name in values) return [[name, isList(type) ? [values[name]].flat() : values[name]]];
    if (name === COMMAND_KEY) return [[name, randomUUID()]];
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    const holdsValue = idFieldsOf(fieldsOf(type)).some((id) => id in values);
    return isRequired || holdsValue ? [[name, invent(type, values)]] : [];
  });
  return Object.fromEntries(entries);
}

function isList(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function invent(type: GraphQLInputType, values: Values): unknown {
  const named = getNamedType(type);
  if (isList(type)) {
    const holdsValue = idFieldsOf(fieldsOf(type)).some((id) => id in values);
    return holdsValue ? [inputOf(fieldsOf(type), values)] : [];
  }
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) return inputOf(fieldsOf(named), values);
  if (named.name === 'Int' || named.name === 'Float') return 1;
  return named.name === 'Boolean' ? false : 'x';
}
