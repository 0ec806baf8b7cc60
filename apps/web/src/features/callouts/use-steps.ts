import { useAct, type ActOutcome } from '../../api/use-act';
import type { OpenedCallOut } from './acts';
import {
  AcceptCallOutDocument,
  AcknowledgeCallOutDocument,
  BeginStabilisingDocument,
  ReturnCallOutDocument,
  StabiliseCallOutDocument,
} from './call-out.documents';

export type PlainAct = 'ACKNOWLEDGE' | 'ACCEPT' | 'STABILISE' | 'BEGIN' | 'RETURN';

/** Steps of a call-out that need no further word. */
export function useSteps({ id: callOutId, version }: OpenedCallOut): {
  readonly run: (act: PlainAct) => Promise<ActOutcome<unknown>>;
  readonly isRunning: boolean;
} {
  const steps = {
    ACKNOWLEDGE: useAct(AcknowledgeCallOutDocument),
    ACCEPT: useAct(AcceptCallOutDocument),
    STABILISE: useAct(StabiliseCallOutDocument),
    BEGIN: useAct(BeginStabilisingDocument),
    RETURN: useAct(ReturnCallOutDocument),
  };
  return {
    run: (act) => steps[act].run({ input: { callOutId, version } }),
    isRunning: Object.values(steps).some((step) => step.isRunning),
  };
}
