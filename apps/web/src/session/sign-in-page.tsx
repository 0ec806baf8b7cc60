import { Anchor, Box, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageSettings, type DemoLogin } from '../app/page-settings';
import { LanguageChoice } from '../shell/language-choice';
import { useSession, type SignInFailure } from './session';
import { SignInAlert, SignInForm } from './sign-in-form';

/** The first page: what the desk does not protect, the way in, and in a demonstration one login for each role. */
export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const { pageName, demoLogins } = pageSettings;
  return (
    <Box component="main" maw={960} mx="auto" p="md" py="xl">
      <Group justify="space-between" mb="xl">
        <Title order={1} size="h2">
          {pageName}
        </Title>
        <LanguageChoice />
      </Group>
      <div className="sign-in">
        <Stack gap="lg">
          <Card withBorder>
            <Title order={2} size="h4" mb="sm">
              {t('session:title')}
            </Title>
            <SignInForm />
          </Card>
          <NotProtected />
        </Stack>
        {demoLogins !== null && <DemoLogins logins={demoLogins} />}
      </div>
    </Box>
  );
}

/** Said again wherever somebody comes in; the whole of it stands in the README. */
function NotProtected(): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="not-protected">
      <Title order={2} size="h5" id="not-protected" mb="xs">
        {t('session:notProtected.title')}
      </Title>
      <List size="sm" spacing={4}>
        {pageSettings.demoLogins !== null && (
          <List.Item>{t('session:notProtected.demo')}</List.Item>
        )}
        <List.Item>{t('session:notProtected.server')}</List.Item>
        <List.Item>{t('session:notProtected.dump')}</List.Item>
        <List.Item>{t('session:notProtected.people')}</List.Item>
      </List>
    </section>
  );
}

function DemoLogins({ logins }: { readonly logins: readonly DemoLogin[] }): ReactNode {
  const { t } = useTranslation();
  const { signIn } = useSession();
  const [running, setRunning] = useState<string | null>(null);
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const enter = async ({ email, passphrase }: DemoLogin): Promise<void> => {
    setRunning(email);
    setFailure(await signIn(email, passphrase));
    setRunning(null);
  };
  return (
    <section aria-labelledby="demo-logins">
      <Title order={2} size="h4" id="demo-logins">
        {t('session:demo.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('session:demo.about')}
      </Text>
      <SignInAlert failure={failure} />
      <Stack gap="xs">
        {logins.map((login) => (
          <Card withBorder key={login.email} padding="xs">
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <div>
                <Text fw={600}>{t(`codes:role.${login.role}`)}</Text>
                <Text size="sm" c="dimmed">
                  {login.displayName}, {login.organization}
                </Text>
              </div>
              <Button
                variant="light"
                loading={running === login.email}
                disabled={running !== null}
                onClick={() => void enter(login)}
                aria-label={t('session:demo.enterAs', { role: t(`codes:role.${login.role}`) })}
              >
                {t('session:demo.enter')}
              </Button>
            </Group>
          </Card>
        ))}
      </Stack>
      <Text size="sm" mt="sm">
        <Anchor href="/about">{t('session:demo.more')}</Anchor>
      </Text>
    </section>
  );
}
