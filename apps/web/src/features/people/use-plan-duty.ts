import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { PlanDutyDocument } from './plan.documents';
import type { Shift } from './use-duty';

/** A time of duty; null for none. */
export type Times = Pick<Shift, 'from' | 'until'> | null;

export interface PlanDuty {
  readonly outcome: ActOutcome<unknown> | null;
  readonly isRunning: boolean;
  /** Writes the duty of a colleague; the toast puts back what was there before. True when it is done. */
  readonly plan: (person: Shift['person'], times: Times, before: Times) => Promise<boolean>;
}

/** Plans and takes away the duty of colleagues. */
export function usePlanDuty(changed: () => void): PlanDuty {
  const { t } = useTranslation();
  const { run, isRunning } = useAct(PlanDutyDocument);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const send = async (personId: string, times: Times): Promise<boolean> => {
    const input = { personId, from: times?.from ?? null, until: times?.until ?? null };
    const answer = await run({ input });
    setOutcome(answer);
    changed();
    return answer.kind === 'DONE';
  };
  const plan: PlanDuty['plan'] = async ({ id, displayName: name }, times, before) => {
    if (!(await send(id, times))) return false;
    const said =
      times === null
        ? t('people:plan.takenAway', { name })
        : t('people:plan.done', {
            name,
            from: formatMoment(times.from),
            until: formatMoment(times.until),
          });
    toast(said, () => void send(id, before));
    return true;
  };
  return { outcome, isRunning, plan };
}
