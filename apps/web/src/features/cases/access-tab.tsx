import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import { useMe } from '../../session/session';
import { AssignCase, HandOver, NameDeputy } from './access-acts';
import { ReleaseDeputyLockDocument } from './access.documents';
import { GrantAccess, RevokeAccess } from './grant-access';
import { holdersOf } from './holders';
import { useMay } from '../../ui/may';
import { useCaseAct, type CaseProps } from './opened-case';

type Person = { readonly id: string; readonly displayName: string };
type Open =
  | { readonly act: 'GRANT' | 'REVOKE'; readonly person: Person }
  | { readonly act: 'ASSIGN' | 'DEPUTY' | 'HAND_OVER' };

/** Who works on the case, who can open it and until when, and who still waits. */
export function AccessTab({ file, changed }: CaseProps): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const [open, setOpen] = useState<Open | null>(null);
  const release = useCaseAct(ReleaseDeputyLockDocument, file);
  const props = { file, changed, close: () => setOpen(null) };
  const holdsKey = file.story !== null;
  return (
    <Stack gap="lg">
      {file.awaitingAccess.length > 0 && (
        <section aria-labelledby="awaiting">
          <Title order={3} size="h6" id="awaiting" mb={4}>
            {t('cases:access.awaiting')}
          </Title>
          <ul className="plain-list">
            {file.awaitingAccess.map((person) => (
              <li key={person.id}>
                <Group gap="xs">
                  <span>{person.displayName}</span>
                  {may('grantAccess') && holdsKey ? (
                    <Button size="compact-sm" onClick={() => setOpen({ act: 'GRANT', person })}>
                      {t('cases:grant.confirm')}
                    </Button>
                  ) : (
                    <span className="quiet">{t('cases:access.awaitsHolder')}</span>
                  )}
                </Group>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="holders">
        <Title order={3} size="h6" id="holders" mb={4}>
          {t('cases:access.holders')}
        </Title>
        <ul className="plain-list">
          {holdersOf(file).map(({ person, tiers, expiresOn, isLocked, purpose }) => (
            <li key={person.id + String(isLocked)}>
              <Group justify="space-between" wrap="nowrap" align="start">
                <div>
                  <strong>{person.displayName}</strong>{' '}
                  <span className="quiet">
                    {t(`cases:grantPurpose.${purpose}`, { defaultValue: purpose })}
                  </span>
                  <Text size="sm">
                    {t(tiers.includes('T0') ? 'cases:access.opensAll' : 'cases:access.opensStory', {
                      day: formatDay(expiresOn),
                    })}
                  </Text>
                  {isLocked && <Text size="sm">{t('cases:access.locked')}</Text>}
                </div>
                <Group gap="xs" wrap="nowrap">
                  {isLocked && may('releaseDeputyLock') && person.id !== me.id && (
                    <ActButton
                      size="compact-sm"
                      variant="default"
                      act={() => release({ holderId: person.id })}
                      done={() => {
                        toast(t('cases:access.released', { person: person.displayName }));
                        changed();
                      }}
                    >
                      {t('cases:access.release')}
                    </ActButton>
                  )}
                  {may('revokeAccess') && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => setOpen({ act: 'REVOKE', person })}
                    >
                      {t('cases:revoke.confirm')}
                    </Button>
                  )}
                </Group>
              </Group>
            </li>
          ))}
        </ul>
      </section>
      <Group gap="xs">
        {may('assignCase') && (
          <Button size="xs" variant="default" onClick={() => setOpen({ act: 'ASSIGN' })}>
            {t('cases:assign.confirm')}
          </Button>
        )}
        {may('nameDeputy') && (
          <Button size="xs" variant="default" onClick={() => setOpen({ act: 'DEPUTY' })}>
            {t('cases:deputy.confirm')}
          </Button>
        )}
        {may('handOverCase') && file.assignee?.id === me.id && (
          <Button size="xs" variant="default" onClick={() => setOpen({ act: 'HAND_OVER' })}>
            {t('cases:handOver.confirm')}
          </Button>
        )}
      </Group>
      {open?.act === 'ASSIGN' && <AssignCase {...props} />}
      {open?.act === 'DEPUTY' && <NameDeputy {...props} />}
      {open?.act === 'HAND_OVER' && <HandOver {...props} />}
      {open?.act === 'GRANT' && <GrantAccess {...props} person={open.person} />}
      {open?.act === 'REVOKE' && <RevokeAccess {...props} person={open.person} />}
    </Stack>
  );
}
