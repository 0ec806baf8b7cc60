import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedCase } from './opened-case';

/** One of the ways to the family; they are numbered, because what they are is sealed. */
export function ChannelSelect({
  file,
  value,
  change,
  none,
}: {
  readonly file: OpenedCase;
  readonly value: string;
  readonly change: (channelId: string) => void;
  /** The words for none of them. */
  readonly none?: string;
}): ReactNode {
  const { t } = useTranslation();
  const channels = file.channels.map(({ id, trust }, place) => ({
    value: id,
    label: t('cases:contact.numbered', { number: place + 1, trust: t(`cases:trust.${trust}`) }),
  }));
  return (
    <NativeSelect
      label={t('cases:contact.channel')}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      data={none === undefined ? channels : [{ value: '', label: none }, ...channels]}
    />
  );
}
