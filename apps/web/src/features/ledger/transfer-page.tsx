import './ledger.css';
import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { PageFrame } from '../../ui/page-frame';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { formatMoment } from '../../ui/time';
import { useAccountNames } from './account-names';
import { TransferDocument, type TransferQuery } from './ledger.documents';

type Answer = Extract<TransferQuery['ledgerTransfer'], { readonly __typename: 'LedgerTransfer' }>;
type Booked = Answer['transfer'];

/** One movement between two accounts, what it settles and what became of it. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const reading = useRead(TransferDocument, { input: { transferId: id } });
  const answer = reading.data?.ledgerTransfer;
  if (answer === undefined) {
    return reading.failure === null ? (
      <Waiting />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(answer)) return <NotHere />;
  const { transfer, resolves, resolvedBy, reverses, reversedBy } = answer;
  const related: readonly (readonly [string, Booked | null])[] = [
    [t('ledger:detail.resolves'), resolves],
    [t('ledger:detail.resolvedBy'), resolvedBy],
    [t('ledger:detail.reverses'), reverses],
    ...reversedBy.map((one) => [t('ledger:detail.reversedBy'), one] as const),
  ];
  return (
    <PageFrame title={t(`ledger:transfer.${transfer.code}`)}>
      <Link to="/books" className="back">
        {t('ledger:books.back')}
      </Link>
      <Stack gap="lg">
        <Movement transfer={transfer} />
        {related.map(
          ([word, other]) =>
            other !== null && (
              <section key={word + other.id}>
                <Title order={2} size="h6">
                  {word}:{' '}
                  <Link to={`/transfer/${other.id}`}>{t(`ledger:transfer.${other.code}`)}</Link>
                </Title>
                <Movement transfer={other} />
              </section>
            ),
        )}
      </Stack>
    </PageFrame>
  );
}

function Movement({ transfer }: { readonly transfer: Booked }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useAccountNames();
  const { debitAccountId, debitAccountCode, creditAccountId, creditAccountCode } = transfer;
  return (
    <Facts
      pairs={[
        [t('ledger:column.amount'), <Money value={transfer.amount} />],
        [t('ledger:column.bookedAt'), formatMoment(transfer.bookedAt)],
        [t('ledger:detail.phase'), t(`ledger:phase.${transfer.phase}`)],
        [
          t('ledger:column.debits'),
          <Link to={`/account/${debitAccountId}`}>{nameOf(debitAccountCode)}</Link>,
        ],
        [
          t('ledger:column.credits'),
          <Link to={`/account/${creditAccountId}`}>{nameOf(creditAccountCode)}</Link>,
        ],
        [
          t('ledger:detail.expiresAt'),
          transfer.expiresAt === null ? null : formatMoment(transfer.expiresAt),
        ],
        [t('ledger:detail.reference'), transfer.reference],
      ]}
    />
  );
}
