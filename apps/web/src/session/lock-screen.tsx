import { Box, Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageSettings } from '../app/page-settings';
import { useMe } from './session';
import { SignInForm } from './sign-in-form';

/** Over everything while the session rests; whoever comes back finds what they were writing. */
export function LockScreen(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Box component="main" className="lock-screen">
      <Stack w="100%" maw={380}>
        <Title order={1} size="h3">
          {pageSettings.pageName}
        </Title>
        <Text>{t('session:locked.about', { person: me.displayName })}</Text>
        <SignInForm />
        <Button variant="subtle" onClick={() => location.assign('/')}>
          {t('session:locked.leave')}
        </Button>
      </Stack>
    </Box>
  );
}
