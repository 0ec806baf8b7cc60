import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { useMe } from '../../session/session';
import { formatDay } from '../../ui/time';
import { turnOf, type Transfer } from './transfer-acts';

/** Which family, to or from whom, how far it has come, and until when somebody has to do what. */
export function TransferRow({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { state, isOutgoing, lapsesOn } = transfer;
  const turn = turnOf(transfer, me.id);
  const isOpen = state === 'OFFERED' || state === 'ACCEPTED';
  const partner = transfer.partner?.name ?? '–';
  return (
    <>
      <span className="transfer-name strong">
        <TransferName transfer={transfer} />
      </span>
      <span className="grow transfer-what">
        {t(isOutgoing ? 'cases:transfer.to' : 'cases:transfer.from', { partner })}
        {' · '}
        {t(`cases:transferState.${state}`)}
      </span>
      {(isOpen || turn !== null) && (
        <span className="transfer-due due" data-urgency={turn === null ? 'calm' : 'soon'}>
          {turn !== null && <strong>{t('cases:transfer.yourTurn')} </strong>}
          {isOpen && t('cases:transfer.until', { day: formatDay(lapsesOn) })}
        </span>
      )}
    </>
  );
}

/** The codename is the sender's alone; the other side knows roughly where the family is. */
export function TransferName({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const { codename, region } = transfer;
  if (codename !== null) return codename;
  return t('cases:transfer.family', { region: wordOf('regions', region) });
}
