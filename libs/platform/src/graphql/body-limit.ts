import { BODY_LIMIT } from './graphql-options.js';

/** Largest request body in bytes that is read at all: a document of a million bytes in Base64, and the rest. */
export const BODY_LIMIT_WITH_DOCUMENT = 1_500_000;

/**
 * Whether a body is too large but for the document in it. Only `variables.input.document` may be large: operations that
 * take none refuse the field, so for them the limit is {@link BODY_LIMIT} as before.
 * @param length what the request says of its length in bytes, where it does
 */
export function exceedsBodyLimit(length: string | undefined, body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const bytes = length === undefined ? JSON.stringify(body).length : Number(length);
  if (bytes <= BODY_LIMIT) return false;
  const { variables } = body as { variables?: { input?: { document?: unknown } | null } | null };
  const document = variables?.input?.document;
  return bytes - (typeof document === 'string' ? document.length : 0) > BODY_LIMIT;
}
