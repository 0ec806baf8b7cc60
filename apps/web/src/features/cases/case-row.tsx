import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseListQuery } from './case-list.documents';
import { NextStepText } from './next-step-text';

export type ListedCase = CaseListQuery['caseList']['edges'][number]['node'];

/** One row: who, in what state, what is promised until when, who works on it, what to watch out for. */
export function CaseRow({ row }: { readonly row: ListedCase }): ReactNode {
  const { t } = useTranslation();
  const { channelTrust, assignee, awaitsAccess, contactOverdue } = row;
  const isDoubtful = channelTrust === 'DEGRADED' || channelTrust === 'COMPROMISED';
  return (
    <>
      <span className="case-codename strong">{row.codename}</span>
      <span className="case-state">{t(`cases:state.${row.state}`)}</span>
      <span className="grow">
        <NextStepText step={row.nextStep} />
      </span>
      <span className="case-flags">
        {awaitsAccess && (
          <span className="due" data-urgency="soon">
            {t('cases:list.awaitsAccess')}
          </span>
        )}{' '}
        {contactOverdue && (
          <span className="due" data-urgency="late">
            {t('cases:list.silent')}
          </span>
        )}{' '}
        {isDoubtful && (
          <span className="trust" data-trust={channelTrust}>
            {t('cases:list.trust', { trust: t(`cases:trust.${channelTrust}`) })}
          </span>
        )}
      </span>
      <span className="case-person quiet">{assignee?.displayName ?? t('cases:head.nobody')}</span>
    </>
  );
}
