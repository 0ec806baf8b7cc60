import './disclosure.css';
import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { ExposedFamilies } from './exposed-families';
import { NearWatch } from './near-watch';
import { PersonExposureDocument, type PersonExposureQuery } from './oversight.documents';
import { useWatched } from './use-watched';

type Exposure = Extract<
  PersonExposureQuery['personExposure'],
  { readonly __typename: 'PersonExposure' }
>;

/** Families in one page of the answer. */
const PAGE = 50;

/** "If … were taken now": which families this person's keys would surrender, as numbers and codenames. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const people = useWatched();
  // A random id; the page about people links here with it.
  const [search] = useSearchParams();
  const [personId, choose] = useState(search.get('person') ?? '');
  return (
    <PageFrame title={t('disclosure:exposure.title')} acts={<NearWatch />}>
      <Stack gap="md" maw={760}>
        <Text size="sm">{t('disclosure:exposure.about')}</Text>
        <NativeSelect
          label={t('disclosure:exposure.person')}
          value={personId}
          onChange={(event) => choose(event.currentTarget.value)}
          maw={360}
          data={[
            { value: '', label: t('disclosure:exposure.choose') },
            ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
        />
        {personId !== '' && <Answer key={personId} personId={personId} />}
      </Stack>
    </PageFrame>
  );
}

function Answer({ personId }: { readonly personId: string }): ReactNode {
  const { t } = useTranslation();
  const input = { personId, first: PAGE };
  const { data, failure, refresh } = useRead(PersonExposureDocument, { input });
  const answer = data?.personExposure;
  if (failure !== null) return <Failed failure={failure} retry={refresh} />;
  if (answer === undefined) return <Waiting rows={4} />;
  if (answer.__typename !== 'PersonExposure') {
    return <Empty title={t('disclosure:exposure.unknown')} />;
  }
  return <Numbers exposure={answer} personId={personId} />;
}

function Numbers({
  exposure,
  personId,
}: {
  readonly exposure: Exposure;
  readonly personId: string;
}): ReactNode {
  const { t } = useTranslation();
  const { identities, members, prisoners } = exposure;
  return (
    <>
      <section aria-labelledby="sum">
        <Title order={2} size="h5" id="sum" mb="xs">
          {identities === 0
            ? t('disclosure:exposure.none')
            : t('disclosure:exposure.named', { count: identities })}
        </Title>
        <Facts
          pairs={[
            [t('disclosure:exposure.people'), members + prisoners],
            [t('disclosure:exposure.stories'), exposure.storiesOnly],
            [t('disclosure:exposure.locked'), exposure.locked],
            [
              t('disclosure:exposure.inbox'),
              exposure.opensInbox
                ? t('disclosure:exposure.inboxOpen', { count: exposure.requestsWaiting })
                : t('disclosure:exposure.inboxShut'),
            ],
            [t('disclosure:exposure.tasks'), exposure.tasksInHand],
            [t('disclosure:exposure.sessions'), exposure.sessions],
          ]}
        />
      </section>
      <ExposedFamilies personId={personId} />
      <Text size="sm" c="dimmed">
        {t('disclosure:exposure.way')}
      </Text>
    </>
  );
}
