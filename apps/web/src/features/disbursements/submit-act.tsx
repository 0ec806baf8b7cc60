import { Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { SubmitDocument } from './acts.documents';
import { KeyAct } from './key-act';
import type { ActProps } from './payout-acts-types';

/** Hands a draft in; warnings are read first, one by one. */
export function SubmitAct({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const submitting = useAct(SubmitDocument);
  const [read, setRead] = useState<readonly string[]>([]);
  if (!may('submitDisbursement') || payout.state !== 'DRAFT') return null;
  const { id: disbursementId, version, warnings } = payout;
  return (
    <>
      {warnings.length > 0 && (
        <Checkbox.Group
          label={t('disbursements:submit.readWarnings')}
          value={[...read]}
          onChange={setRead}
        >
          {warnings.map((code) => (
            <Checkbox key={code} mt={4} value={code} label={t(`disbursements:warning.${code}`)} />
          ))}
        </Checkbox.Group>
      )}
      <KeyAct
        label={t('disbursements:submit.submit')}
        hotkey="s"
        act={() =>
          submitting.run({ input: { disbursementId, version, acknowledgedWarnings: [...read] } })
        }
        done={done}
        disabled={read.length < warnings.length}
      />
    </>
  );
}
