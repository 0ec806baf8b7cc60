import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { formatMoney } from '../../ui/money';
import { DecisionSheet } from './decision-sheet';
import { HardBlocks } from './hard-blocks';
import { Instruction } from './instruction';
import { PayoutActs } from './payout-acts';
import { PayoutFacts } from './payout-facts';
import { PayoutDocument } from './payouts.documents';
import { Proofs } from './proofs';
import { ReceiptWord } from './receipt-word';
import { Signatures } from './signatures';
import type { NeedWords } from './use-words';

/** One payout as one page: what to decide by, what I can do, who signed, what proves it. */
export function PayoutDetail({
  payoutId,
  words,
}: {
  readonly payoutId: string;
  readonly words: NeedWords;
}): ReactNode {
  const { t } = useTranslation();
  const variables = { input: { disbursementId: payoutId } };
  const reading = useRead(PayoutDocument, variables, { topics: ['disbursement'] });
  const payout = reading.data?.disbursement;
  if (payout === undefined) {
    return reading.failure === null ? (
      <Waiting rows={8} />
    ) : (
      <Failed failure={reading.failure} retry={reading.refresh} />
    );
  }
  if (isRefusal(payout)) return <NotHere />;
  return (
    <Stack gap="lg">
      <header>
        <Title order={2} size="h4">
          {payout.codename}: {words.labelOf(payout.code)}
        </Title>
        <Group gap="sm">
          <Text size="sm" fw={600}>
            {formatMoney(payout.amount)}
          </Text>
          <Text size="sm" className="payout-standing" data-state={payout.state}>
            {t(`disbursements:state.${payout.state}`)}
          </Text>
        </Group>
      </header>
      <DecisionSheet payout={payout} words={words} />
      <HardBlocks payout={payout} />
      <PayoutActs payout={payout} changed={reading.refresh} />
      <Instruction payout={payout} />
      <PayoutFacts payout={payout} />
      <ReceiptWord payout={payout} />
      <Signatures payout={payout} />
      <Proofs payout={payout} />
    </Stack>
  );
}
