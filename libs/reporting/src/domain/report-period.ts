import { err, invalidInput, ok, type InvalidInputError, type Result } from '@kinward/kernel';

/** Whole calendar months, `YYYY-MM`, both included: reports have no finer grain. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/**
 * Reads a period; without `to` it ends with the present month, without `from` it starts twelve months before its
 * end. Errors name `input.from` or `input.to`: `NOT_A_MONTH`, `IN_THE_FUTURE`, `ENDS_BEFORE_IT_STARTS`.
 * @param today YYYY-MM-DD in the organisation's zone
 */
export function readPeriod(
  given: { readonly from?: string | null; readonly to?: string | null },
  today: string,
): Result<ReportPeriod, InvalidInputError> {
  const present = today.slice(0, 7);
  const to = given.to ?? present;
  if (!MONTH.test(to)) return err(invalidInput('input.to', 'NOT_A_MONTH'));
  if (to > present) return err(invalidInput('input.to', 'IN_THE_FUTURE'));
  const from = given.from ?? addMonths(to, -11);
  if (!MONTH.test(from)) return err(invalidInput('input.from', 'NOT_A_MONTH'));
  if (from > to) return err(invalidInput('input.from', 'ENDS_BEFORE_IT_STARTS'));
  return ok({ from, to });
}

/** `months` later (or earlier), `YYYY-MM`. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
