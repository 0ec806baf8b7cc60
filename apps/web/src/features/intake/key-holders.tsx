import { Button, Group, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe } from '../../session/session';
import { ActButton } from '../../ui/act-button';
import { ActDialog } from '../../ui/act-dialog';
import { DueClock, formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { GrantInboxKeyDocument, RevokeInboxKeyDocument } from './keys.documents';

interface Holder {
  readonly personId: string;
  readonly expiresAt: string;
  readonly person: { readonly displayName: string } | null;
}

/** Everybody who can open the inbox, whose key ends first on top; renewed by another holder, taken away at once. */
export function KeyHolders({
  holders,
  changed,
}: {
  readonly holders: readonly Holder[];
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const granting = useAct(GrantInboxKeyDocument);
  const revoking = useAct(RevokeInboxKeyDocument);
  const [leaving, setLeaving] = useState<Holder | null>(null);
  const mayRevoke = me.roles.some((role) => ['COORDINATOR', 'SECURITY_OFFICER'].includes(role));
  const isHolder = holders.some(({ personId }) => personId === me.id);
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table captionSide="top">
        <Table.Caption>{t('intake:keys.holders')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('intake:keys.who')}</Table.Th>
            <Table.Th>{t('intake:keys.until')}</Table.Th>
            <Table.Th>{t('intake:keys.acts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holders.map((holder) => (
            <Table.Tr key={holder.personId}>
              <Table.Td>
                {holder.person?.displayName ?? t('intake:keys.somebody')}
                {holder.personId === me.id && ` (${t('intake:keys.you')})`}
              </Table.Td>
              <Table.Td>
                {formatMoment(holder.expiresAt)} <DueClock dueAt={holder.expiresAt} />
              </Table.Td>
              <Table.Td>
                <Group gap={6}>
                  {isHolder && holder.personId !== me.id && (
                    <ActButton
                      size="compact-sm"
                      variant="default"
                      act={() => granting.run({ input: { personId: holder.personId } })}
                      done={() => {
                        toast(t('intake:keys.renewed'));
                        changed();
                      }}
                    >
                      {t('intake:keys.renew')}
                    </ActButton>
                  )}
                  {mayRevoke && (
                    <Button size="compact-sm" variant="default" onClick={() => setLeaving(holder)}>
                      {t('intake:keys.revoke')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ActDialog
        title={t('intake:keys.revoke')}
        about={t('intake:keys.revokeAbout')}
        confirm={t('intake:keys.revoke')}
        isGrave
        isOpen={leaving !== null}
        close={() => setLeaving(null)}
        act={() => revoking.run({ input: { personId: leaving?.personId ?? '' } })}
        done={() => {
          toast(t('intake:keys.revoked'));
          changed();
        }}
      />
    </Table.ScrollContainer>
  );
}
