import './publication.css';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { useCountryCodes } from '../../codes/country-codes';
import { PageFrame } from '../../ui/page-frame';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { PublicTextNeedDocument } from './write.documents';
import { WriteForm } from './write-form';

/** Writes the card of one need. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { needId = '' } = useParams();
  const go = useNavigate();
  const { wordOf } = useCountryCodes();
  const reading = useRead(PublicTextNeedDocument, { input: { needId } }, { isSealed: true });
  const need = reading.data?.need;
  if (need === undefined) {
    const { failure, refresh } = reading;
    return failure === null ? <Waiting rows={6} /> : <Failed failure={failure} retry={refresh} />;
  }
  if (isRefusal(need)) return <NotHere />;
  return (
    <PageFrame title={t('publication:write.CARD')}>
      <Stack gap="md">
        <Text fw={600}>
          {need.codename}: {wordOf('needKinds', need.code)}
        </Text>
        <Text size="sm" c="dimmed" maw={640}>
          {t('publication:write.about')}
        </Text>
        <WriteForm
          kind="CARD"
          needId={needId}
          text={null}
          done={(textId) => void go(`/public-texts/${textId}`)}
        />
      </Stack>
    </PageFrame>
  );
}
