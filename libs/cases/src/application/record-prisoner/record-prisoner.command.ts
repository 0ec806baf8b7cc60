import type { PrisonerClaim } from '../../domain/family-checks.js';
import type { CaseReference } from '../family-work.js';
import type { StatusClaim } from '../record-prisoner-status/status-recorder.js';

export interface RecordPrisonerCommand extends CaseReference, PrisonerClaim {
  /** Without one, a prisoner is added. */
  readonly prisonerId?: string | null;
  /** Only for a new prisoner; none means the case's only household. */
  readonly householdIds?: readonly string[] | null;
  /** Only for a new prisoner: the first line of the history. */
  readonly status?: StatusClaim | null;
}
