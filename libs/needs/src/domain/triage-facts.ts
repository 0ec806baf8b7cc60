import { err, invalidInput, ok, type DomainError, type Result } from '@kinward/kernel';
import type { TriageFacts } from './triage-score.js';

/** More children than any household has: a slip of the keyboard. */
export const MOST_MINORS = 20;

/** Keeps what the formula knows and nothing else. Invalid: `facts.minors` with NOT_A_COUNT. */
export function checkTriageFacts(claim: TriageFacts): Result<TriageFacts, DomainError> {
  const { minors, singleCarer, disability, seriousIllness } = claim;
  const { age60Plus, pregnancy, bothParentsHeld, noOtherSupport } = claim;
  if (!Number.isInteger(minors) || minors < 0 || minors > MOST_MINORS) {
    return err(invalidInput('facts.minors', 'NOT_A_COUNT'));
  }
  return ok({
    ...{ minors, singleCarer, disability, seriousIllness },
    ...{ age60Plus, pregnancy, bothParentsHeld, noOtherSupport },
  });
}
