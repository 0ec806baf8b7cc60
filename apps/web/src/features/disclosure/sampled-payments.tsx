import { Anchor, NativeSelect, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useCountryCodes } from '../../codes/country-codes';
import { DataTable, type Column } from '../../ui/data-table';
import { useMay } from '../../ui/may';
import { formatMoney, plainAmount } from '../../ui/money';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { formatMoment } from '../../ui/time';
import { toast } from '../../ui/toast';
import { FINDINGS, type Finding } from './findings';
import { NoteFindingDocument, type PaymentSampleQuery } from './samples.documents';

type Opened = Extract<
  PaymentSampleQuery['paymentSample'],
  { readonly __typename: 'PaymentSampleOpened' }
>;
type Payment = Opened['payments'][number];

/** The payments of a draw, without anybody: amounts, proofs, signatures, times, and what was found. */
export function SampledPayments({
  sampleId,
  payments,
  changed,
}: {
  readonly sampleId: string;
  readonly payments: readonly Payment[];
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const mayNote = useMay()('noteFinding');
  const { wordOf } = useCountryCodes();
  const noting = useAct(NoteFindingDocument);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const needOf = ({ code }: Payment): string => wordOf('needKinds', code);
  const findingText = (finding: Finding | null): string =>
    t(`disclosure:finding.${finding ?? 'NONE'}`);
  const send = async (disbursementId: string, finding: Finding | null): Promise<boolean> => {
    const answer = await noting.run({ input: { sampleId, disbursementId, finding } });
    setOutcome(answer);
    changed();
    return answer.kind === 'DONE';
  };
  const note = async (payment: Payment, finding: Finding | null): Promise<void> => {
    const { disbursementId, finding: before } = payment;
    if (!(await send(disbursementId, finding))) return;
    toast(
      t('disclosure:sample.noted', { place: payment.place, finding: findingText(finding) }),
      () => void send(disbursementId, before),
    );
  };
  const columns: readonly Column<Payment>[] = [
    {
      key: 'place',
      title: t('disclosure:sample.place'),
      value: ({ place }) => place,
      isNumber: true,
    },
    {
      key: 'need',
      title: t('disclosure:sample.need'),
      value: needOf,
      cell: (payment) => (
        <Anchor component={Link} to={`/payouts/${payment.disbursementId}`} size="sm">
          {needOf(payment)}
        </Anchor>
      ),
    },
    {
      key: 'amount',
      title: t('disclosure:sample.amount'),
      value: ({ amount }) => plainAmount(amount.minorUnits),
      text: ({ amount }) => formatMoney(amount),
      isNumber: true,
    },
    {
      key: 'evidence',
      title: t('disclosure:sample.evidence'),
      value: ({ evidence }) => evidence.join(' '),
      cell: ({ evidence, requiredEvidence }) => (
        <div>
          {evidence.length === 0 ? t('disclosure:sample.noProof') : evidence.join(' ')}
          {evidence.every((each) => each < requiredEvidence) && (
            <Text size="xs" c="dimmed">
              {t('disclosure:sample.below')}
            </Text>
          )}
        </div>
      ),
    },
    {
      key: 'required',
      title: t('disclosure:sample.required'),
      value: ({ requiredEvidence }) => requiredEvidence,
    },
    {
      key: 'approvals',
      title: t('disclosure:sample.approvals'),
      value: ({ approvalsGiven, approvalsRequired }) =>
        `${String(approvalsGiven)} / ${String(approvalsRequired)}`,
    },
    {
      key: 'signatures',
      title: t('disclosure:sample.signatures'),
      value: ({ signatures }) =>
        signatures.map(({ act, signedAt }) => `${act} ${signedAt}`).join('; '),
      cell: ({ signatures }) => (
        <div>
          {signatures.map(({ act, signedAt }) => (
            <Text key={act + signedAt} size="xs">
              {t(`disclosure:signature.${act}`, { when: formatMoment(signedAt) })}
            </Text>
          ))}
        </div>
      ),
    },
    {
      key: 'days',
      title: t('disclosure:sample.days'),
      value: ({ daysToRelease }) => daysToRelease,
      isNumber: true,
    },
    {
      key: 'finding',
      title: t('disclosure:sample.finding'),
      value: ({ finding }) => findingText(finding),
      cell: (payment) =>
        mayNote ? (
          <NativeSelect
            size="xs"
            miw={150}
            aria-label={t('disclosure:sample.findingOf', { place: payment.place })}
            value={payment.finding ?? ''}
            onChange={(event) => {
              const chosen = FINDINGS.find((each) => each === event.currentTarget.value);
              void note(payment, chosen ?? null);
            }}
            data={[
              { value: '', label: findingText(null) },
              ...FINDINGS.map((value) => ({ value, label: findingText(value) })),
            ]}
          />
        ) : (
          findingText(payment.finding)
        ),
    },
  ];
  return (
    <div className="captionless">
      <OutcomeAlert outcome={outcome} />
      <DataTable
        caption={t('disclosure:sample.payments')}
        rows={payments}
        columns={columns}
        rowKey={({ disbursementId }) => disbursementId}
        fileName="sample"
      />
    </div>
  );
}
