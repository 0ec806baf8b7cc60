import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';

/** Bytes of a document: as many as fit into one request (see BODY_LIMIT). */
const MAX_DOCUMENT_BYTES = 1_000_000;

/** Reads a document from base64. Errors: INVALID_INPUT `document` `EMPTY`, `NOT_BASE64`, `TOO_LONG`. */
export function readDocument(text: string | null): Result<Buffer, DomainError> {
  if (text === null || text === '') return err(invalidInput('document', 'EMPTY'));
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return err(invalidInput('document', 'NOT_BASE64'));
  const document = Buffer.from(text, 'base64');
  return document.length > MAX_DOCUMENT_BYTES
    ? err(invalidInput('document', 'TOO_LONG'))
    : ok(document);
}
