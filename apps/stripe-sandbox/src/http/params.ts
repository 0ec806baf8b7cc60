import { z } from 'zod';
import { invalidParameter, type ApiError } from './api-error.js';

/** A whole number, for example an amount in minor units or seconds since the epoch. */
export const whole = z
  .string()
  .regex(/^-?\d{1,15}$/, 'Invalid integer')
  .transform(Number);

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const text = z.string().max(5000);

export const metadata = z.union([
  z.literal('').transform((): Record<string, string> | null => null),
  z
    .record(z.string().max(40), z.string().max(500))
    .refine((values) => Object.keys(values).length <= 50, 'Metadata can have at most 50 keys'),
]);

/** A parameter that an empty text takes away. */
export const clearable = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => null), schema]);

/** Parameters of a call without any. */
export const none = z.strictObject({});

const bound = z.strictObject({
  gt: whole.optional(),
  gte: whole.optional(),
  lt: whole.optional(),
  lte: whole.optional(),
});

/** What every list takes. */
export const page = {
  limit: whole.refine((limit) => limit >= 1 && limit <= 100, 'Between 1 and 100').optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
  created: z.union([whole, bound]).optional(),
};

/** Checks parameters; a call with a wrong one has not begun. */
export function readParams<S extends z.ZodType>(schema: S, values: unknown): z.output<S> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  throw problem(result.error.issues);
}

function problem(issues: readonly z.core.$ZodIssue[]): ApiError {
  const [issue] = issues;
  if (!issue) throw new Error('a check failed without a reason');
  const nested = issue.code === 'invalid_union' ? deepest(issue.errors) : undefined;
  if (nested) return problem([{ ...nested, path: [...issue.path, ...nested.path] }]);
  if (issue.code === 'unrecognized_keys') {
    const name = nameOf([...issue.path, issue.keys[0] ?? '']);
    return invalidParameter(name, `Received unknown parameter: ${name}`, 'parameter_unknown');
  }
  const name = nameOf(issue.path);
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return isMissing
    ? invalidParameter(name, `Missing required param: ${name}.`, 'parameter_missing')
    : invalidParameter(name, `Invalid ${name}: ${issue.message}`);
}

/** The complaint of the alternative that got furthest. */
function deepest(errors: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue | undefined {
  return errors.flat().sort((one, other) => other.path.length - one.path.length)[0];
}

function nameOf(path: readonly PropertyKey[]): string {
  const [head = '', ...rest] = path.map(String);
  return head + rest.map((part) => `[${part}]`).join('');
}

/** Metadata after a call: named keys change, an empty value takes a key away, '' takes all away. */
export function mergedMetadata(
  old: Record<string, string>,
  change: Record<string, string> | null | undefined,
): Record<string, string> {
  if (change === null) return {};
  return Object.fromEntries(
    Object.entries({ ...old, ...change }).filter(([, value]) => value !== ''),
  );
}
