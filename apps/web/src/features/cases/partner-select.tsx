import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { CoalitionPartnersDocument } from './transfers.documents';

/** One of the other organisations of the coalition. */
export function PartnerSelect({
  value,
  change,
}: {
  readonly value: string;
  readonly change: (organizationId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { data } = useRead(CoalitionPartnersDocument, {});
  return (
    <NativeSelect
      label={t('cases:transfer.receiver')}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        { value: '', label: t('cases:transfer.choose') },
        ...(data?.coalitionPartners ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
