import './intake.css';
import { Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMe } from '../../session/session';
import { ActButton } from '../../ui/act-button';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { toast } from '../../ui/toast';
import { useDeskPeople } from './desk-people';
import { KeyHolders } from './key-holders';
import { GrantInboxKeyDocument, InboxKeysDocument, OpenInboxDocument } from './keys.documents';

/** Who can open what families send, and until when. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { roles, screener } = useMe();
  const { data, failure, refresh } = useRead(InboxKeysDocument, {}, { topics: ['intake'] });
  const opening = useAct(OpenInboxDocument);
  if (data === null) {
    return failure === null ? <Waiting rows={4} /> : <Failed failure={failure} retry={refresh} />;
  }
  const { holders } = data.inboxKeys;
  const isCoordinator = roles.includes('COORDINATOR');
  return (
    <PageFrame
      title={t('intake:keys.title')}
      acts={
        screener && (
          <Anchor size="sm" component={Link} to="/inbox">
            {t('intake:keys.toInbox')}
          </Anchor>
        )
      }
    >
      <Stack gap="lg">
        <Text size="sm" maw={640}>
          {t('intake:keys.about')}
        </Text>
        {holders.length === 0 ? (
          <Empty title={t('intake:keys.empty')}>
            {t('intake:keys.emptyAbout')}
            {isCoordinator && screener && (
              <ActButton mt="sm" act={() => opening.run({})} done={refresh}>
                {t('intake:keys.open')}
              </ActButton>
            )}
          </Empty>
        ) : (
          <KeyHolders holders={holders} changed={refresh} />
        )}
        {holders.length > 0 && screener && (
          <Grant held={holders.map((each) => each.personId)} changed={refresh} />
        )}
      </Stack>
    </PageFrame>
  );
}

function Grant({
  held,
  changed,
}: {
  readonly held: readonly string[];
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const granting = useAct(GrantInboxKeyDocument);
  const { screeners } = useDeskPeople();
  const [personId, setPersonId] = useState<string | null>(null);
  const others = screeners.filter(({ id }) => !held.includes(id));
  if (others.length === 0) return <Text size="sm">{t('intake:keys.nobodyElse')}</Text>;
  return (
    <Group align="end" gap="sm">
      <Select
        label={t('intake:keys.grantTo')}
        data={others.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={personId}
        onChange={setPersonId}
      />
      <ActButton
        disabled={personId === null}
        act={() => granting.run({ input: { personId: personId ?? '' } })}
        done={() => {
          toast(t('intake:keys.granted'));
          setPersonId(null);
          changed();
        }}
      >
        {t('intake:keys.grant')}
      </ActButton>
    </Group>
  );
}
