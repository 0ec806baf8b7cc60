import {
  Button,
  Checkbox,
  NativeSelect,
  Stack,
  Text,
  TextInput,
  Textarea,
  Title,
} from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isRefusal } from '../../api/outcome';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useRead } from '../../api/use-read';
import { formatMoney, readAmount } from '../../ui/money';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { DraftDocument } from './acts.documents';
import { NeedForPayoutDocument, type NeedForPayoutQuery } from './draft.documents';
import { CHANNEL_CLASSES } from './payout-codes';

type Need = Extract<NeedForPayoutQuery['need'], { readonly __typename: 'Need' }>;
const RECIPIENTS = ['FAMILY', 'PERSON_HELD', 'PERSON_RELEASED'] as const;
const FIELDS = ['reason', 'quote', 'payee', 'account', 'pickUpWord', 'note'] as const;
type Field = (typeof FIELDS)[number];
const NEEDED: readonly Field[] = ['reason', 'quote', 'payee', 'account'];

/** What is to be paid, why, and to whom; the sheet is sealed to the approvers, the instruction to whoever pays. */
export function DraftForm({
  needId,
  labelOf,
}: {
  readonly needId: string;
  readonly labelOf: (code: string) => string;
}): ReactNode {
  const variables = { input: { needId } };
  const { data, failure, refresh } = useRead(NeedForPayoutDocument, variables, { isSealed: true });
  const need = data?.need;
  if (need === undefined) {
    return failure === null ? <Waiting rows={8} /> : <Failed failure={failure} retry={refresh} />;
  }
  return isRefusal(need) ? <NotHere /> : <Fields need={need} label={labelOf(need.code)} />;
}

function Fields({ need, label }: { readonly need: Need; readonly label: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const drafting = useAct(DraftDocument, { isSealed: true });
  const open = need.reservations.filter(({ state }) => state === 'ACTIVE');
  const [reservationId, setReservation] = useState(open[0]?.id ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [way, setWay] = useState(need.channelClass ?? CHANNEL_CLASSES[0]);
  const [recipient, setRecipient] = useState('');
  const [texts, setTexts] = useState<Readonly<Record<Field, string>>>({
    ...{ reason: '', quote: '', payee: '', account: '' },
    ...{ pickUpWord: '', note: '' },
  });
  const [hasInterest, setInterest] = useState(false);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const reservation = open.find(({ id }) => id === reservationId);
  if (reservation === undefined)
    return <Text size="sm">{t('disbursements:draft.noReservation')}</Text>;
  const { minorUnits: most, currency } = reservation.setAside;
  const minorUnits = typed === null ? most : readAmount(typed);
  const isReady = minorUnits !== null && NEEDED.every((field) => texts[field].trim() !== '');

  const draft = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (minorUnits === null || !isReady || drafting.isRunning) return;
    const { reason, quote, payee, account, pickUpWord, note } = texts;
    const answer = await drafting.run({
      input: {
        reservationId,
        amount: { minorUnits, currency },
        channelClass: way,
        recipient: recipient === '' ? null : recipient,
        hasInterest,
        sheet: { reason, quote },
        instruction: {
          payee,
          account,
          pickUpWord: pickUpWord.trim() || null,
          note: note.trim() || null,
        },
      },
    });
    setOutcome(answer);
    if (answer.kind === 'DONE') await navigate(`/payouts/${answer.done.disbursementId}`);
  };

  return (
    <form onSubmit={(event) => void draft(event)} noValidate>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {need.codename}: {label}
        </Title>
        <NativeSelect
          label={t('disbursements:draft.reservation')}
          value={reservationId}
          onChange={(event) => setReservation(event.currentTarget.value)}
          data={open.map(({ id, fundCode, fundName, setAside }) => ({
            value: id,
            label: `${fundCode} · ${fundName}: ${formatMoney(setAside)}`,
          }))}
        />
        <TextInput
          label={t('disbursements:draft.amount')}
          placeholder={formatMoney(reservation.setAside)}
          description={t('disbursements:draft.amountAbout')}
          value={typed ?? ''}
          onChange={(event) =>
            setTyped(event.currentTarget.value === '' ? null : event.currentTarget.value)
          }
          error={minorUnits === null ? t('disbursements:notAnAmount') : undefined}
          inputMode="decimal"
        />
        <NativeSelect
          label={t('disbursements:sheet.way')}
          value={way}
          onChange={(event) => setWay(event.currentTarget.value)}
          data={CHANNEL_CLASSES.map((code) => ({
            value: code,
            label: t(`codes:channel.${code}`),
          }))}
        />
        <NativeSelect
          label={t('disbursements:facts.recipient')}
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
          data={[
            { value: '', label: t('disbursements:draft.usual') },
            ...RECIPIENTS.map((code) => ({
              value: code,
              label: t(`disbursements:recipient.${code}`),
            })),
          ]}
        />
        {FIELDS.map((field) => (
          <Textarea
            key={field}
            label={t(`disbursements:draft.field.${field}`)}
            description={t(`disbursements:draft.fieldAbout.${field}`)}
            required={NEEDED.includes(field)}
            autosize
            minRows={1}
            autoComplete="off"
            value={texts[field]}
            onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
          />
        ))}
        <Checkbox
          label={t('disbursements:draft.interest')}
          checked={hasInterest}
          onChange={(event) => setInterest(event.currentTarget.checked)}
        />
        <OutcomeAlert outcome={outcome} />
        <Button type="submit" disabled={!isReady} loading={drafting.isRunning}>
          {t('disbursements:draft.save')}
        </Button>
      </Stack>
    </form>
  );
}
