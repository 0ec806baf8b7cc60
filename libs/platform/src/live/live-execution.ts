import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
} from 'graphql';
import type { LiveItem } from './live-item.js';
import type { LivePayload } from './live-subscription.js';

type Answers = Map<string, ExecutionResult | Promise<ExecutionResult>>;

/** Answers by event and document; they go when the event does. */
const answers = new WeakMap<LiveItem, Answers>();

/** What callers are told of errors. */
type Format = (errors: readonly GraphQLError[]) => readonly GraphQLError[];

/**
 * Runs a subscription. An answer depends on the event and the document and on nobody who reads it (who may read it has been
 * decided before), so each is made once and handed to all.
 * @param documentKey the same for the same document, operation and variables
 */
export async function runSubscription(
  args: ExecutionArgs,
  documentKey: string,
  format: Format,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return formatted(source, format);
  const payloads = source[Symbol.asyncIterator]() as AsyncIterableIterator<LivePayload>;
  const results: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const step = await payloads.next();
      if (step.done === true) return step;
      const answer = await answerOf(step.value, args, documentKey);
      return { done: false, value: formatted(answer, format) };
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

function answerOf(
  payload: LivePayload,
  args: ExecutionArgs,
  documentKey: string,
): ExecutionResult | Promise<ExecutionResult> {
  const known: Answers = answers.get(payload.liveFeed) ?? new Map();
  answers.set(payload.liveFeed, known);
  const answer = known.get(documentKey) ?? execute({ ...args, rootValue: payload });
  known.set(documentKey, answer);
  return answer;
}

function formatted(result: ExecutionResult, format: Format): ExecutionResult {
  return result.errors === undefined ? result : { errors: format(result.errors) };
}
