import { StoryStopped } from './story-stopped.js';

const ERRORS = `... on UserError { code message } ... on InvalidInput { field reason }
  ... on Refused { reason } ... on WrongState { presentState } ... on StaleVersion { currentVersion }`;

/** What an operation answers that did not succeed; only what its kind of error has. */
export interface Failure {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly reason?: string;
  readonly presentState?: string;
}

type Kind = 'query' | 'mutation';

interface Reply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Somebody with a session, or nobody, who talks to the desk over HTTP as an app would. */
export class DeskClient {
  /** @param who as the sentences of a stopped story call them */
  constructor(
    private readonly url: string,
    readonly who: string,
    private readonly token: string | null = null,
  ) {}

  /** The same with a session. */
  signedIn(token: string): DeskClient {
    return new DeskClient(this.url, this.who, token);
  }

  /**
   * Sends one operation and gives its answer, whatever it is.
   * @param input null for an operation that takes none
   * @throws StoryStopped where the request itself fails
   */
  async ask<T>(kind: Kind, operation: string, input: object | null, selection: string): Promise<T> {
    const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
    const [declared, passed] = input === null ? ['', ''] : [`($input: ${type})`, '(input: $input)'];
    const query = `${kind} ${declared} { ${operation}${passed} ${selection} }`;
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const { data, errors = [] } = (await response.json()) as Reply;
    const answer = data?.[operation];
    if (errors.length === 0 && answer !== undefined && answer !== null) return answer as T;
    const why = errors[0]?.message ?? `status ${String(response.status)}`;
    throw new StoryStopped(`${this.who} asked for ${operation} and got no answer: ${why}`);
  }

  /** Sends a change and gives what came of it, a refusal included. */
  attempt<T>(operation: string, success: string, input: object | null, fields: string) {
    const selection = `{ __typename ... on ${success} { ${fields} } ${ERRORS} }`;
    return this.ask<(T & { readonly __typename: string }) | Failure>(
      'mutation',
      operation,
      input,
      selection,
    );
  }

  /** Sends a change that must succeed. @throws StoryStopped with the server's own words otherwise */
  async change<T>(
    operation: string,
    success: string,
    input: object | null,
    fields: string,
  ): Promise<T> {
    return this.accept<T>(
      operation,
      success,
      await this.attempt<T>(operation, success, input, fields),
    );
  }

  /** Reads what may be answered with an error. @throws StoryStopped where it is */
  async read<T>(operation: string, success: string, input: object, fields: string): Promise<T> {
    const selection = `{ __typename ... on ${success} { ${fields} } ${ERRORS} }`;
    const answer = await this.ask<T & Failure>('query', operation, input, selection);
    return this.accept<T>(operation, success, answer);
  }

  private accept<T>(operation: string, success: string, answer: object): T {
    const failure = answer as Failure;
    if (failure.__typename === success) return answer as T;
    throw new StoryStopped(`${this.who} could not do ${operation}: ${reasonOf(failure)}.`);
  }
}

/** Code of an answer that is no success, with the server's sentence. */
export function reasonOf(failure: Failure): string {
  const { reason, presentState, field, code, message } = failure;
  const word = presentState ?? reason ?? code ?? failure.__typename;
  const place = field === undefined ? word : `${field}: ${word}`;
  return message === undefined ? place : `${place} (${message.replace(/\.$/, '')})`;
}
