import { Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read';
import { formatMoney } from '../../ui/money';
import { formatMoment } from '../../ui/time';
import { BalanceAtDocument } from './ledger.documents';
import { momentOf } from './moment';

/** What stood on an account at a moment of the past. */
export function BalanceThen({ accountId }: { readonly accountId: string }): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const at = momentOf(typed);
  const variables = { input: { accountId, at: at ?? '' } };
  const { data } = useRead(BalanceAtDocument, variables, { isPaused: at === null });
  const answer = at === null ? undefined : data?.balanceAt;
  return (
    <Group align="end" my="sm">
      <TextInput
        type="datetime-local"
        label={t('ledger:then.label')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {at !== null && answer?.__typename === 'AccountBalance' && (
        <Text size="sm" role="status">
          {t('ledger:then.stood', { when: formatMoment(at), balance: formatMoney(answer.balance) })}{' '}
          {answer.available !== null &&
            t('ledger:then.available', { available: formatMoney(answer.available) })}
        </Text>
      )}
    </Group>
  );
}
