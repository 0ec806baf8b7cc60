import { Spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMyRail } from '../app/my-places';
import { useSession } from '../session/session';

/** Everything in two keys: Ctrl K (⌘ K), a few letters, Enter. */
export function Palette(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { lock, signOut } = useSession();
  const places = useMyRail().map(({ path, label }) => ({
    id: path,
    label: t(label),
    onClick: () => void navigate(path),
  }));
  const acts = [
    { id: 'lock', label: t('shell:lock'), onClick: () => void lock() },
    { id: 'sign-out', label: t('shell:signOut'), onClick: () => void signOut() },
  ];
  return (
    <Spotlight
      actions={[...places, ...acts]}
      shortcut="mod + K"
      nothingFound={t('shell:nothingFound')}
      highlightQuery
      searchProps={{ placeholder: t('shell:search'), 'aria-label': t('shell:search') }}
    />
  );
}
