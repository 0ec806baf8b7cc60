import './people.css';
import { Alert, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pageSettings } from '../../app/page-settings';
import { PageFrame } from '../../ui/page-frame';
import { MySessions } from './my-sessions';
import { SignOutEverywhere } from './sign-out-everywhere';

/** In the order of what is most likely on somebody's own day; `docs/threats.md` has the whole of it. */
const THREATS = [
  'device',
  'colleague',
  'server',
  'database',
  'key',
  'deputy',
  'payments',
  'country',
  'volunteer',
  'requests',
  'software',
  'gaps',
] as const;

/** What is lost in which case, and what to do about it: in plain words, for everybody. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('people:threats.title')}>
      <Stack gap="lg" maw={720}>
        <Text>{t('people:threats.about')}</Text>
        {pageSettings.demoLogins !== null && (
          <Alert color="orange" variant="light">
            {t('people:threats.demo')}
          </Alert>
        )}
        <MySessions />
        <SignOutEverywhere />
        {THREATS.map((threat) => (
          <section key={threat} aria-labelledby={`threat-${threat}`}>
            <Title order={2} size="h5" id={`threat-${threat}`} mb={4}>
              {t(`people:threat.${threat}.title`)}
            </Title>
            <dl className="threat">
              <dt>{t('people:threats.lost')}</dt>
              <dd>{t(`people:threat.${threat}.lost`)}</dd>
              <dt>{t('people:threats.way')}</dt>
              <dd>{t(`people:threat.${threat}.way`)}</dd>
            </dl>
          </section>
        ))}
      </Stack>
    </PageFrame>
  );
}
