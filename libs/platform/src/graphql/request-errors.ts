import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Refusals of a whole request. Each has one constant sentence; nothing tells what exists. */
const SENTENCES = {
  UNAUTHENTICATED: 'Please sign in.',
  FORBIDDEN: 'Your role does not include this.',
  TOO_MANY_ATTEMPTS: 'Too many attempts. Please wait a little.',
  BUSY: 'The desk is busy. Please try again in a moment.',
  NOT_FOUND: 'There is nothing here for you under this reference.',
  BAD_USER_INPUT: 'One of the values cannot be used.',
  BAD_REQUEST: 'This request cannot be read.',
  UNKNOWN_DOCUMENT: 'This desk answers only to documents that it knows. Load the page anew.',
  INTERNAL: 'Something went wrong on our side. Nothing was changed.',
} as const;

export type RequestErrorCode = keyof typeof SENTENCES;

/** An error that ends the operation with a constant sentence. */
export function requestError(code: RequestErrorCode): GraphQLError {
  return new GraphQLError(SENTENCES[code], { extensions: { code } });
}

/** A wrong argument of an operation that has no result union. */
export function inputError(field: string, reason: string): GraphQLError {
  return new GraphQLError(SENTENCES.BAD_USER_INPUT, {
    extensions: { code: 'BAD_USER_INPUT', field, reason },
  });
}

/** Codes that Apollo gives to requests it could not read. */
const UNREADABLE = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * The last word on every error that leaves: ours keep their constant sentence, the rest becomes one of two.
 * @param explain true shows why a document does not fit the schema (demo only: the explorer needs it)
 */
export function formatRequestError(
  formatted: GraphQLFormattedError,
  explain: boolean,
): GraphQLFormattedError {
  const code = String(formatted.extensions?.['code'] ?? '');
  if (code in SENTENCES && formatted.message === SENTENCES[code as RequestErrorCode]) {
    const { field, reason } = formatted.extensions ?? {};
    return {
      message: formatted.message,
      extensions: { code, ...(field === undefined ? {} : { field, reason }) },
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
    };
  }
  if (!UNREADABLE.has(code)) {
    return { message: SENTENCES.INTERNAL, extensions: { code: 'INTERNAL' } };
  }
  const message = explain && code !== 'BAD_USER_INPUT' ? formatted.message : SENTENCES.BAD_REQUEST;
  return { message, extensions: { code: 'BAD_REQUEST' } };
}
