import { Alert, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { useMay } from '../../ui/may';
import { Money } from '../../ui/money';
import { Sealed } from '../../ui/sealed';
import { FundLeft } from './fund-left';
import type { Payout } from './payout-detail-types';
import { DecisionSheetDocument } from './payouts.documents';
import type { NeedWords } from './use-words';

/** What somebody decides by, without a name: how much, why now, which rule allows it, what should make them pause. */
export function DecisionSheet({
  payout,
  words,
}: {
  readonly payout: Payout;
  readonly words: NeedWords;
}): ReactNode {
  const { t } = useTranslation();
  const isPaused = !useMay()('decisionSheet');
  const variables = { input: { disbursementId: payout.id } };
  const { data } = useRead(DecisionSheetDocument, variables, { isSealed: true, isPaused });
  const answer = data?.decisionSheet;
  const sheet = answer === undefined || isRefusal(answer) ? null : answer;
  const sealed = (
    <Sealed what={t('disbursements:sheet.sealed')} who={t('disbursements:sheet.sealedWho')} />
  );
  const answered = sheet?.duplicateAnswer;
  const ceiling = words.ceilingOf(payout.code);
  return (
    <section aria-labelledby="sheet">
      <Title order={3} size="h6" id="sheet" mb={4}>
        {t('disbursements:sheet.title')}
      </Title>
      <Warnings codes={payout.warnings} />
      <Facts
        pairs={[
          [t('disbursements:sheet.amount'), <Money value={payout.amount} />],
          [
            t('disbursements:sheet.needAmount'),
            sheet === null ? null : <Money value={sheet.needAmount} />,
          ],
          [t('disbursements:sheet.why'), sheet?.reason ?? sealed],
          [t('disbursements:sheet.quote'), sheet?.quote ?? null],
          [t('disbursements:sheet.way'), t(`codes:channel.${payout.channelClass}`)],
          [t('disbursements:sheet.rule'), t(`disbursements:clearance.${payout.clearance}`)],
          [
            t('disbursements:sheet.signers'),
            t(`disbursements:sheet.signers${payout.approvalsRequired === 1 ? 'One' : 'Two'}`),
          ],
          [t('disbursements:sheet.signedSoFar'), <SignedSoFar payout={payout} />],
          [t('disbursements:sheet.ceiling'), ceiling === null ? null : <Money value={ceiling} />],
          [
            t('disbursements:sheet.duplicate'),
            answered == null ? null : t(`disbursements:duplicate.${answered}`),
          ],
        ]}
      />
      <FundLeft fundId={payout.fundId} words={words} />
    </section>
  );
}

/** How many of how many, and whose. */
function SignedSoFar({ payout }: { readonly payout: Payout }): ReactNode {
  const { t } = useTranslation();
  const { approvalsGiven: given, approvalsRequired: required } = payout;
  const names = payout.signatures.flatMap(({ act, isValid, person }) =>
    isValid && act === 'APPROVED' && person !== null ? [person.displayName] : [],
  );
  return [t('disbursements:signaturesOf', { given, required }), ...names].join(' · ');
}

/** What should make somebody pause stands first: signing is never further away than this. */
function Warnings({ codes }: { readonly codes: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (codes.length === 0) {
    return (
      <Text size="sm" mb="xs">
        {t('disbursements:sheet.noWarnings')}
      </Text>
    );
  }
  return (
    <Alert
      color="orange"
      variant="light"
      mb="xs"
      title={t('disbursements:warnings', { count: codes.length })}
    >
      <ul className="plain-list">
        {codes.map((code) => (
          <li key={code}>{t(`disbursements:warning.${code}`)}</li>
        ))}
      </ul>
    </Alert>
  );
}
