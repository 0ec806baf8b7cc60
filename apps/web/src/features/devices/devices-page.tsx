import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { useAct } from '../../api/use-act';
import { ActButton } from '../../ui/act-button';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { PasskeysDocument, RemovePasskeyDocument, type PasskeysQuery } from './devices.documents';
import { EnrolDevice } from './enrol-device';

/** Which devices reopen my desk, one more, and one less. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { data, failure, isLoading, refresh } = useRead(PasskeysDocument, {}, { isSealed: true });
  const passkeys = data?.passkeys ?? [];
  return (
    <PageFrame title={t('devices:title')}>
      <Stack gap="lg" maw={640}>
        <Text>{t('devices:about')}</Text>
        {failure !== null && <Failed failure={failure} retry={refresh} />}
        {isLoading && <Waiting rows={2} />}
        {data !== null && passkeys.length === 0 && (
          <Empty title={t('devices:none')}>{t('devices:noneAbout')}</Empty>
        )}
        {passkeys.length > 0 && (
          <ul className="plain-list">
            {passkeys.map((passkey) => (
              <Device key={passkey.id} passkey={passkey} removed={refresh} />
            ))}
          </ul>
        )}
        <EnrolDevice enrolled={refresh} />
      </Stack>
    </PageFrame>
  );
}

function Device({
  passkey: { id, enrolledOn, lastUsedOn },
  removed,
}: {
  readonly passkey: PasskeysQuery['passkeys'][number];
  readonly removed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct(RemovePasskeyDocument);
  const day = formatDay(enrolledOn);
  return (
    <li>
      <div>
        <Text>{t('devices:since', { day })}</Text>
        <Text size="sm" c="dimmed">
          {lastUsedOn === null
            ? t('devices:unused')
            : t('devices:lastUsed', { day: formatDay(lastUsedOn) })}
        </Text>
      </div>
      <ActButton
        variant="default"
        aria-label={t('devices:removeOf', { day })}
        act={() => run({ input: { passkeyId: id } })}
        done={removed}
      >
        {t('devices:remove')}
      </ActButton>
    </li>
  );
}
