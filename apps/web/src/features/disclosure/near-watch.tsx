import { Anchor, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMay } from '../../ui/may';

/** Ways between the pages of those who watch over the desk, as far as they are mine. */
export function NearWatch(): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const places = [
    { path: '/disclosures', label: t('disclosure:title'), isMine: useMay()('disclosureLog') },
    {
      path: '/exposure',
      label: t('disclosure:exposure.title'),
      isMine: useMay()('personExposure'),
    },
    { path: '/guarded', label: t('disclosure:guarded.title'), isMine: useMay()('guardedCases') },
    { path: '/audit', label: t('disclosure:audit.title'), isMine: useMay()('verifyAuditChain') },
    {
      path: '/samples',
      label: t('disclosure:sample.title'),
      isMine: useMay()('drawPaymentSample'),
    },
    { path: '/freezes', label: t('disclosure:freezes'), isMine: useMay()('freezeDisbursements') },
  ];
  return (
    <Group gap="md" component="nav" aria-label={t('disclosure:near')}>
      {places
        .filter(({ path, isMine }) => isMine && !pathname.startsWith(path))
        .map(({ path, label }) => (
          <Anchor key={path} component={Link} to={path} size="sm">
            {label}
          </Anchor>
        ))}
    </Group>
  );
}
