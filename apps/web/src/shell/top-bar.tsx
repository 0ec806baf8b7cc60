import { Button, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changeLanguage, presentLanguage } from '../i18n/i18n';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/languages';
import { useMe, useSession } from '../session/session';
import { openKeysHelp } from './keys-help';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Whose desk it is, the way to everything, and whether news arrive. */
export function TopBar({ isLive }: { readonly isLive: boolean }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <header className="top-bar">
      <Text fw={600} truncate>
        {me.organization.name}
      </Text>
      <Button
        className="search"
        variant="default"
        size="sm"
        onClick={spotlight.open}
        rightSection={<kbd aria-hidden>Ctrl K</kbd>}
      >
        {t('shell:search')}
      </Button>
      <span className="live" role="status" data-live={isLive}>
        {isLive ? t('shell:live') : t('shell:notLive')}
      </span>
      <PersonMenu />
    </header>
  );
}

function PersonMenu(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { lock, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className="person">{me.displayName}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.roles.map((role) => t(`codes:role.${role}`)).join(', ')}</Menu.Label>
        <Menu.Item onClick={spotlight.open}>{t('shell:search')}</Menu.Item>
        <Menu.Item onClick={() => void lock()}>{t('shell:lock')}</Menu.Item>
        <Menu.Item component={Link} to="/devices">
          {t('shell:devices')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t('shell:signOut')}</Menu.Item>
        <Menu.Item onClick={openKeysHelp}>{t('shell:keys.title')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell:looks')}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`shell:scheme.${scheme}`)}
            {colorScheme === scheme && ' ✓'}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell:language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            role="menuitemradio"
            lang={language}
            aria-checked={presentLanguage() === language}
            onClick={() => void changeLanguage(language)}
          >
            {LANGUAGE_NAMES[language]}
            {presentLanguage() === language && ' ✓'}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
