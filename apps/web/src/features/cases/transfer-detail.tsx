import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountryCodes } from '../../codes/country-codes';
import { useMe } from '../../session/session';
import { Facts } from '../../ui/facts';
import { useKeys } from '../../ui/keys';
import { formatDay } from '../../ui/time';
import { useCaseColleagues } from './colleagues';
import { actsOn, TRANSFER_ACTS, turnOf, type Transfer, type TransferAct } from './transfer-acts';
import { TransferDialog } from './transfer-dialog';
import { TransferName } from './transfer-row';

/** One offer: where it stands, what happens next and by whom, and what I can do. */
export function TransferDetail({
  transfer,
  changed,
}: {
  readonly transfer: Transfer;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<TransferAct | null>(null);
  const possible = actsOn(transfer, me.id);
  const offered = TRANSFER_ACTS.filter(({ name }) => possible.includes(name));
  const main = turnOf(transfer, me.id);
  useKeys(Object.fromEntries(offered.map(({ name, letter }) => [letter, () => setOpen(name)])));
  const { caseId, isOutgoing, state } = transfer;
  const side = isOutgoing ? 'OUT' : 'IN';
  return (
    <Stack gap="md">
      <header>
        <Title order={2} size="h4">
          <TransferName transfer={transfer} />
        </Title>
        <Text size="sm">
          <strong>{t(`cases:transferState.${state}`)}</strong>{' '}
          {t(`cases:transferNext.${side}.${state}`, { day: formatDay(transfer.lapsesOn) })}
        </Text>
      </header>
      {offered.length > 0 && (
        <Group gap="xs" role="toolbar" aria-label={t('cases:transfer.acts')}>
          {offered.map(({ name, letter }) => (
            <Button
              key={name}
              size="sm"
              variant={name === main ? 'filled' : 'default'}
              rightSection={<kbd>{letter}</kbd>}
              onClick={() => setOpen(name)}
            >
              {t(`cases:transferAct.${name}`)}
            </Button>
          ))}
        </Group>
      )}
      <TransferFacts transfer={transfer} />
      {isOutgoing && caseId !== null && (
        <Link to={`/cases/${caseId}`}>{t('cases:transfer.openCase')}</Link>
      )}
      {open !== null && (
        <TransferDialog
          transfer={transfer}
          act={open}
          close={() => setOpen(null)}
          changed={changed}
        />
      )}
    </Stack>
  );
}

function TransferFacts({ transfer }: { readonly transfer: Transfer }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const colleagues = useCaseColleagues();
  const { wordOf } = useCountryCodes();
  const { isOutgoing, partner, region, receiverId, reason } = transfer;
  const day = (value: string | null): string | null => (value === null ? null : formatDay(value));
  const receiver =
    receiverId === me.id
      ? t('cases:transfer.you')
      : (colleagues.find(({ id }) => id === receiverId)?.displayName ??
        t('cases:transfer.somebodyThere'));
  return (
    <Facts
      pairs={[
        [t(isOutgoing ? 'cases:transfer.receiver' : 'cases:transfer.sender'), partner?.name ?? '–'],
        [t('cases:filter.region'), wordOf('regions', region)],
        [t('cases:transfer.offeredOn'), formatDay(transfer.offeredOn)],
        [t('cases:transfer.lapsesOn'), formatDay(transfer.lapsesOn)],
        [t('cases:transfer.answeredOn'), day(transfer.answeredOn)],
        [t('cases:transfer.acceptedBy'), receiverId === null ? null : receiver],
        [t('cases:transfer.sentOn'), day(transfer.sentOn)],
        [t('cases:transfer.receivedOn'), day(transfer.receivedOn)],
        [
          t('cases:transfer.reason'),
          reason === null ? null : t(`cases:reason.${reason}`, { defaultValue: reason }),
        ],
      ]}
    />
  );
}
