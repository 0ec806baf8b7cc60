import { Card, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActButton } from '../../ui/act-button';
import { useMay } from '../../ui/may';
import { formatMoment } from '../../ui/time';
import { IssueWordDocument, type IssueWordMutation } from './papers.documents';
import type { Payout } from './payout-detail-types';

const WORDABLE: readonly string[] = ['APPROVED', 'RELEASED', 'IN_TRANSIT', 'DELIVERED'];

type Word = Extract<
  IssueWordMutation['issueReceiptWord'],
  { readonly __typename: 'ReceiptWordIssued' }
>;

/** The family's one-time word: made for them, shown once, kept nowhere. */
export function ReceiptWord({ payout }: { readonly payout: Payout }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const issuing = useAct(IssueWordDocument, { isSealed: true });
  const [word, setWord] = useState<Word | null>(null);
  if (!may('issueReceiptWord') || !WORDABLE.includes(payout.state)) return null;
  return (
    <section aria-labelledby="word">
      <Title order={3} size="h6" id="word" mb={4}>
        {t('disbursements:word.title')}
      </Title>
      {word === null ? (
        <Group>
          <Text size="sm">{t('disbursements:word.about')}</Text>
          <ActButton
            size="xs"
            variant="default"
            act={() => issuing.run({ input: { disbursementId: payout.id } })}
            done={setWord}
          >
            {t('disbursements:word.issue')}
          </ActButton>
        </Group>
      ) : (
        <Card withBorder padding="sm" className="revealed">
          <Text size="lg" fw={600}>
            {word.word}
          </Text>
          <Text size="sm">
            {t('disbursements:word.once', { until: formatMoment(word.expiresAt) })}
          </Text>
        </Card>
      )}
    </section>
  );
}
