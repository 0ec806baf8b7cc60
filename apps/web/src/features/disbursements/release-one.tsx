import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useMay } from '../../ui/may';
import { DeclareInterestDocument, ReleasePayoutDocument } from './acts.documents';
import { useCommandKey } from './command-key';
import { KeyAct } from './key-act';
import type { ActProps } from './payout-acts-types';
import { InterestButton } from './sign-acts';

/** Lets one payout go. */
export function ReleaseOne({ payout, done }: ActProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const declaring = useAct(DeclareInterestDocument);
  const releasing = useAct(ReleasePayoutDocument);
  const withKey = useCommandKey();
  const { id: disbursementId, version } = payout;
  if (!may('releaseDisbursement') || payout.state !== 'APPROVED') return null;
  const release = async (): Promise<ActOutcome<unknown>> => {
    const declared = await declaring.run({ input: { disbursementId, hasInterest: false } });
    if (declared.kind !== 'DONE') return declared;
    return withKey((commandKey) =>
      releasing.run({ input: { commandKey, disbursementId, version } }),
    );
  };
  return (
    <>
      <Text size="sm">{t('disbursements:release.noInterest')}</Text>
      <Group gap="xs" align="start">
        <KeyAct label={t('disbursements:release.one')} hotkey="r" act={release} done={done} />
        <InterestButton payout={payout} done={done} />
      </Group>
    </>
  );
}
