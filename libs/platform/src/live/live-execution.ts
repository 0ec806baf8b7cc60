import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
} from 'graphql';
import type { LiveItem } from './live-item.js';
import type { LivePayload } from './live-subscription.js';

/** What callers are told of errors. */
type Format = (errors: readonly GraphQLError[]) => readonly GraphQLError[];

/** Where the answers of one subscription go. */
export interface LiveOutlet {
  /** The client's name for the subscription. */
  readonly id: string;
  /** Sends one message; what is returned, if anything, is waited for before the next. */
  readonly send: (text: string) => Promise<void> | null;
  readonly format: Format;
  /** Ends the connection after a failure of ours; its client comes back with its cursor. */
  readonly fail: (error: unknown) => void;
}

/** Answers as JSON by event and document; they go when the event does. */
const answers = new WeakMap<LiveItem, Map<string, string>>();

/**
 * Runs a subscription. An answer depends on the event and the document and on nobody who reads it (who may read it has been
 * decided before), so each is made and written out once and handed to all. The messages leave from here; what is returned
 * yields nothing and ends with the subscription.
 * @param documentKey the same for the same document, operation and variables
 */
export async function runSubscription(
  args: ExecutionArgs,
  documentKey: string,
  outlet: LiveOutlet,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return formatted(source, outlet.format);
  const payloads = source[Symbol.asyncIterator]() as AsyncIterableIterator<LivePayload>;
  const head = `{"id":${JSON.stringify(outlet.id)},"type":"next","payload":`;
  const pump = async (): Promise<void> => {
    for (;;) {
      const step = await payloads.next();
      if (step.done === true) return;
      const answer = await answerOf(step.value, args, documentKey, outlet.format);
      const sending = outlet.send(`${head}${answer}}`);
      if (sending !== null) await sending;
    }
  };
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      // What went wrong is written to our log; the protocol would send its text to the client.
      await pump().catch((error: unknown) => outlet.fail(error));
      return { done: true, value: undefined };
    },
    // Not a generator: its `return` would wait for the event that never comes.
    return: async () => {
      await payloads.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

async function answerOf(
  payload: LivePayload,
  args: ExecutionArgs,
  documentKey: string,
  format: Format,
): Promise<string> {
  const known = answers.get(payload.liveFeed) ?? new Map<string, string>();
  answers.set(payload.liveFeed, known);
  const answer =
    known.get(documentKey) ??
    JSON.stringify(formatted(await execute({ ...args, rootValue: payload }), format));
  known.set(documentKey, answer);
  return answer;
}

function formatted(result: ExecutionResult, format: Format): ExecutionResult {
  return result.errors === undefined ? result : { errors: format(result.errors) };
}
