import './volunteers.css';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { ReferenceRequestsDocument } from './mine.documents';
import { ReferenceRequest } from './reference-request';

/** Who asks for my word about somebody I know, the oldest first. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { data, failure, refresh } = useRead(ReferenceRequestsDocument, {}, { isSealed: true });
  const requests = data?.referenceRequests;
  return (
    <PageFrame title={t('volunteers:references.title')}>
      <div className="my-time">
        {requests === undefined ? (
          failure === null ? (
            <Waiting rows={3} />
          ) : (
            <Failed failure={failure} retry={refresh} />
          )
        ) : requests.length === 0 ? (
          <Empty title={t('volunteers:references.empty')}>
            {t('volunteers:references.emptyAbout')}
          </Empty>
        ) : (
          <Stack gap="md">
            <Text size="sm">{t('volunteers:references.about')}</Text>
            {requests.map((request) => (
              <ReferenceRequest key={request.applicationId} request={request} given={refresh} />
            ))}
          </Stack>
        )}
      </div>
    </PageFrame>
  );
}
