import type { MoneyText } from '@kinward/kernel';
import type { ProtocolNeed } from '@kinward/jurisdictions';
import type { PlainAnswer } from '@kinward/platform';
import type { CallOutReference } from './call-out-desk.js';

export interface DispatchCallOutCommand extends CallOutReference {
  /** Made by the caller before it first sends the command. */
  readonly commandKey: string;
  /** The family, where the alarm did not know it. */
  readonly caseId?: string | null;
  /** Makes a case that is still being screened active at once; it must be verified within seven days. */
  readonly activateCase?: boolean | null;
  /** In place of the needs of the protocol; under the same cap. */
  readonly needs?: readonly { readonly code: string; readonly amount: MoneyText }[] | null;
}

/** The same with its amounts read; null takes those of the protocol. */
export interface CheckedDispatch extends CallOutReference {
  readonly caseId: string | null;
  readonly activateCase: boolean;
  readonly needs: readonly ProtocolNeed[] | null;
}

export interface DispatchedCallOut extends PlainAnswer {
  readonly callOutId: string;
  readonly state: string;
  readonly version: number;
  readonly taskCount: number;
  /** Tasks that no volunteer was found for, or that wait for security. */
  readonly waitingTaskCount: number;
  readonly needCount: number;
  /** Minor units of EUR. */
  readonly reservedMinor: string;
  /** ISO instant; null where nothing was set aside. */
  readonly signatureDueAt: string | null;
}
