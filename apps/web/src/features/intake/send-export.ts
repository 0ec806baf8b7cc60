import { namedOrText } from '../../api/known-documents';
import { isRefusal, type FailureKind, type Refusal } from '../../api/outcome';
import type { ActOutcome } from '../../api/use-act';
import { keepToken, readToken } from '../../session/session-store';
import { ImportSubmissionsDocument, type ImportSubmissionsMutation } from './import.documents';

export type ImportReport = Extract<
  ImportSubmissionsMutation['importSubmissions'],
  { readonly __typename: 'SubmissionsImported' }
>;

interface Answer {
  readonly data?: ImportSubmissionsMutation | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const FAILURES: Readonly<Record<string, FailureKind>> = {
  UNAUTHENTICATED: 'SIGNED_OUT',
  FORBIDDEN: 'FORBIDDEN',
  TOO_MANY_ATTEMPTS: 'TRY_LATER',
  UNKNOWN_DOCUMENT: 'RENEWED',
};
const BUSY = 503;

/**
 * Sends a file as a GraphQL multipart request (jaydenseric/graphql-multipart-request-spec). Its rows are sealed, so
 * nothing of it is kept: neither the file nor its name.
 * @param dryRun says what would happen and writes nothing
 */
export async function sendExport(file: File, dryRun: boolean): Promise<ActOutcome<ImportReport>> {
  const body = new FormData();
  const document = namedOrText(ImportSubmissionsDocument);
  body.append(
    'operations',
    JSON.stringify({ ...document, variables: { input: { file: null, dryRun } } }),
  );
  body.append('map', '{"0":["variables.input.file"]}');
  body.append('0', file, 'export');
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      body,
      headers: { 'apollo-require-preflight': 'true', authorization: `Bearer ${readToken() ?? ''}` },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (response.status === BUSY) return { kind: 'FAILED', failure: 'TRY_LATER' };
    return outcomeOf((await response.json()) as Answer);
  } catch {
    return { kind: 'FAILED', failure: 'OFFLINE' };
  }
}

function outcomeOf({ data, errors = [] }: Answer): ActOutcome<ImportReport> {
  const result = data?.importSubmissions;
  if (result === undefined) {
    const failure = FAILURES[errors[0]?.extensions?.code ?? ''] ?? 'FAILED';
    if (failure === 'SIGNED_OUT') keepToken(null);
    return { kind: 'FAILED', failure };
  }
  if (isRefusal(result)) return { kind: 'REFUSED', refusal: result as Refusal };
  return { kind: 'DONE', done: result };
}
