import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { FundNamesDocument } from './ledger.documents';

const STANDARD: readonly string[] = [
  ...['BANK', 'STRIPE', 'AID_IN_TRANSIT', 'DONOR_RECEIVABLE', 'AID_PAYABLE', 'OVERHEAD'],
];
const FUND = 'FUND:';

/** Words for the code of an account: its own name, or the fund whose money it holds. */
export function useAccountNames(): (code: string) => string {
  const { t } = useTranslation();
  const { data } = useRead(FundNamesDocument, { input: {} });
  return (code) => {
    if (STANDARD.includes(code)) return t(`ledger:account.${code}`);
    if (!code.startsWith(FUND)) return code;
    const fund = data?.funds.find(({ id, code: own }) =>
      [id, own].includes(code.slice(FUND.length)),
    );
    return fund === undefined ? code : `${fund.code} · ${fund.name}`;
  };
}
