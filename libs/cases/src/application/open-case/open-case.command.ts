import type { MemberClaim, PrisonerClaim } from '../../domain/family-checks.js';

export interface OpenCaseCommand {
  /** Given by the demonstration only; people never choose one (decision 31). */
  readonly codename?: string;
  /** Region class of the jurisdiction pack; the only geography in clear. */
  readonly region: string;
  readonly summary?: string | null;
  readonly householdNotes?: string | null;
  readonly members: readonly MemberClaim[];
  readonly prisoners: readonly (PrisonerClaim & {
    readonly status?: {
      readonly code: string;
      readonly since: string;
      readonly note?: string | null;
    } | null;
  })[];
  /** Without one, the first promise is to screen the request by the next day. */
  readonly nextStep?: { readonly kind: string; readonly dueDay: string } | null;
}

export interface OpenedCase {
  readonly caseId: string;
  readonly codename: string;
}
