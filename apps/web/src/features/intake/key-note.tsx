import { Alert, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { useMe } from '../../session/session';
import { ActButton } from '../../ui/act-button';
import { toast } from '../../ui/toast';
import { useDeskPeople } from './desk-people';
import { GrantInboxKeyDocument, InboxKeysDocument, OpenInboxDocument } from './keys.documents';

/** A key that ends sooner than this is to be renewed. */
const RENEW_MS = 7 * 24 * 60 * 60_000;

/**
 * What is wrong with the keys of the inbox, where something is, and the one press that mends it: opening the inbox,
 * passing a key on, or whom to ask.
 * @param changed hears that somebody can open more than before
 */
export function KeyNote({ changed }: { readonly changed: () => void }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { data, refresh } = useRead(InboxKeysDocument, {}, { topics: ['intake'] });
  const opening = useAct(OpenInboxDocument);
  const granting = useAct(GrantInboxKeyDocument);
  const { screeners } = useDeskPeople();
  if (data === null) return null;
  const { holders } = data.inboxKeys;
  const mend = (said: string): void => {
    toast(said);
    refresh();
    changed();
  };
  if (holders.length === 0) {
    return (
      <Note title={t('intake:keys.empty')} about={t('intake:keys.emptyAbout')}>
        {me.roles.includes('COORDINATOR') && (
          <ActButton act={() => opening.run({})} done={() => mend(t('intake:keys.opened'))}>
            {t('intake:keys.open')}
          </ActButton>
        )}
      </Note>
    );
  }
  if (!holders.some(({ personId }) => personId === me.id)) {
    const names = holders.flatMap(({ person }) => person?.displayName ?? []).join(', ');
    return <Note title={t('intake:keys.notYou')} about={t('intake:keys.askThem', { names })} />;
  }
  const isSafe = ({ id }: { readonly id: string }): boolean =>
    holders.some(
      ({ personId, expiresAt }) => personId === id && Date.parse(expiresAt) > Date.now() + RENEW_MS,
    );
  const others = screeners.filter((person) => person.id !== me.id && !isSafe(person));
  return others.map(({ id, displayName }) => (
    <Note key={id} title={t('intake:keys.lacks', { name: displayName })}>
      <ActButton
        size="compact-sm"
        act={() => granting.run({ input: { personId: id } })}
        done={() => mend(t('intake:keys.granted'))}
      >
        {t('intake:keys.grant')}
      </ActButton>
    </Note>
  ));
}

function Note({
  title,
  about,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <Alert variant="light" role="status" p="xs" className="key-note">
      <Group justify="space-between" gap="xs">
        <div>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          {about !== undefined && <Text size="sm">{about}</Text>}
        </div>
        {children}
      </Group>
    </Alert>
  );
}
