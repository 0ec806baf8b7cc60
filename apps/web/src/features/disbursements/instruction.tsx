import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { Facts } from '../../ui/facts';
import { useMay } from '../../ui/may';
import { Reveal } from '../../ui/reveal';
import { RevealInstructionDocument } from './papers.documents';
import type { Payout } from './payout-detail-types';

const PURPOSES = ['PAY_OUT', 'CHECK_PAYMENT', 'CORRECT_DETAILS'] as const;

/** Whom to pay and how: sealed to whoever pays, opened for a purpose and a quarter of an hour. */
export function Instruction({ payout }: { readonly payout: Payout }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const revealing = useAct(RevealInstructionDocument, { isSealed: true });
  if (!may('revealPaymentInstruction')) return null;
  return (
    <section aria-labelledby="instruction">
      <Title order={3} size="h6" id="instruction" mb={4}>
        {t('disbursements:instruction.title')}
      </Title>
      <Reveal
        what={t('disbursements:instruction.what')}
        who={t('disbursements:instruction.who')}
        purposes={PURPOSES.map((value) => ({ value, label: t(`disbursements:purpose.${value}`) }))}
        open={(purpose) => revealing.run({ input: { disbursementId: payout.id, purpose } })}
      >
        {(opened) => (
          <Facts
            pairs={[
              [t('disbursements:instruction.payee'), opened.payee],
              [t('disbursements:instruction.account'), opened.account],
              [t('disbursements:instruction.pickUpWord'), opened.pickUpWord],
              [t('disbursements:instruction.note'), opened.note],
            ]}
          />
        )}
      </Reveal>
    </section>
  );
}
