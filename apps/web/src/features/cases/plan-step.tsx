import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { PlanNextStepDocument } from './contact.documents';
import { addDays, useToday } from './days';
import { useCaseAct, type ActProps } from './opened-case';
import { StepFields, type Step } from './step-fields';

/** The promise of the case, changed. */
export function PlanStep({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const send = useCaseAct(PlanNextStepDocument, file);
  const [step, setStep] = useState<Step>({
    kind: file.nextStep?.kind ?? 'CALL_FAMILY',
    dueDay: file.nextStep?.isOverdue === false ? file.nextStep.dueDay : addDays(today, 1),
  });
  return (
    <ActDialog
      title={t('cases:step.title', { codename: file.codename })}
      confirm={t('cases:step.confirm')}
      isOpen
      close={close}
      isReady={step.dueDay !== ''}
      act={() => send(step)}
      done={() => {
        toast(t('cases:step.done', { codename: file.codename }));
        changed();
      }}
    >
      <StepFields step={step} change={setStep} />
    </ActDialog>
  );
}
