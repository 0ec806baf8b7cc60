import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { AdvanceGrantDocument } from './funding.documents';
import type { Grant } from './grant-page-types';

const STEPS: Readonly<Record<string, readonly string[]>> = {
  PIPELINE: ['SIGN'],
  SIGNED: ['OPEN', 'SUSPEND'],
  OPEN: ['START_CLOSING', 'SUSPEND'],
  CLOSING: ['REPORT', 'SUSPEND'],
  REPORTED: ['CLOSE'],
  SUSPENDED: ['RESUME'],
};

/** The next step of a grant, from hoped for to closed. */
export function GrantSteps({
  grant,
  changed,
}: {
  readonly grant: Grant;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const advancing = useAct(AdvanceGrantDocument);
  const [step, setStep] = useState<string | null>(null);
  return (
    <>
      {STEPS[grant.state]?.map((each) => (
        <Button key={each} size="sm" variant="default" onClick={() => setStep(each)}>
          {t(`funding:step.${each}`)}
        </Button>
      ))}
      <ActDialog
        title={step === null ? '' : t(`funding:step.${step}`)}
        about={step === null ? '' : t(`funding:stepAbout.${step}`)}
        confirm={step === null ? '' : t(`funding:step.${step}`)}
        isOpen={step !== null}
        close={() => setStep(null)}
        isGrave={step === 'CLOSE'}
        act={() =>
          advancing.run({ input: { grantId: grant.id, version: grant.version, step: step ?? '' } })
        }
        done={() => {
          toast(t('funding:grants.done', { grant: grant.code }));
          changed();
        }}
      />
    </>
  );
}
