import { Button, Card, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useSession } from '../../session/session';
import { ActDialog } from '../../ui/act-dialog';
import { SignOutEverywhereDocument } from './people.documents';

/** Ends all my sessions at once, this one too: for a device that was lost or taken. */
export function SignOutEverywhere(): ReactNode {
  const { t } = useTranslation();
  const { signOut } = useSession();
  const { run } = useAct(SignOutEverywhereDocument);
  const [isOpen, setOpen] = useState(false);
  return (
    <Card withBorder>
      <Title order={2} size="h5">
        {t('people:everywhere.title')}
      </Title>
      <Text size="sm" my="xs">
        {t('people:everywhere.about')}
      </Text>
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('people:everywhere.act')}
        </Button>
      </div>
      <ActDialog
        title={t('people:everywhere.title')}
        about={t('people:everywhere.sure')}
        confirm={t('people:everywhere.act')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        act={() => run({})}
        done={() => void signOut()}
      />
    </Card>
  );
}
