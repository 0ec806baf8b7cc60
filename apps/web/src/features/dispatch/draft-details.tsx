import { Textarea, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';

const MOST = 2000;

/** What will be sealed to whoever accepts. */
export function DraftDetails({
  draft,
  set,
  withContact,
}: {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  /** Kinds without personal data have nobody to name. */
  readonly withContact: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Title order={3} size="h6">
        {t('dispatch:draft.sealed')}
      </Title>
      <Textarea
        label={t('dispatch:details.what')}
        autosize
        minRows={2}
        maxLength={MOST}
        value={draft.what}
        onChange={(event) => set({ what: event.currentTarget.value })}
      />
      <TextInput
        label={t('dispatch:details.place')}
        maxLength={MOST}
        value={draft.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      {withContact && (
        <TextInput
          label={t('dispatch:details.contact')}
          maxLength={MOST}
          value={draft.contact}
          onChange={(event) => set({ contact: event.currentTarget.value })}
        />
      )}
    </>
  );
}
