import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The sealed is visible as sealed: what it is, and who could open it. */
export function Sealed({ what, who }: { readonly what: string; readonly who?: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="sealed">
      {t('ui:sealed', { what })}
      {who !== undefined && <span className="sealed-who">. {who}</span>}
    </span>
  );
}
