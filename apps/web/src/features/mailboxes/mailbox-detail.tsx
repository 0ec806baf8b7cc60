import './mailboxes.css';
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct, type ActOutcome } from '../../api/use-act';
import { useMe } from '../../session/session';
import { ActButton } from '../../ui/act-button';
import { useKeys } from '../../ui/keys';
import { useMay } from '../../ui/may';
import { OutcomeAlert } from '../../ui/refusal-alert';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import {
  LiftMailboxHoldDocument,
  OpenMailboxDocument,
  type OpenMailboxMutation,
} from './mailboxes.documents';
import { stateOf, type MailboxLine } from './lines';
import { WriteBox } from './write-box';

type Opened = Extract<OpenMailboxMutation['openMailbox'], { lines: unknown }>;

/** One mailbox: what stands in it, and an answer. */
export function MailboxDetail({
  mailbox,
  changed,
}: {
  readonly mailbox: MailboxLine;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const { run, isRunning } = useAct(OpenMailboxDocument, { isSealed: true });
  const lifting = useAct(LiftMailboxHoldDocument);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [outcome, setOutcome] = useState<ActOutcome<unknown> | null>(null);
  const input = { mailboxId: mailbox.id };
  const mayRead = may('openMailbox') && mailbox.state === 'OPEN';
  const read = async (): Promise<void> => {
    const answer = await run({ input });
    setOutcome(answer);
    if (answer.kind === 'DONE') setOpened(answer.done);
    changed();
  };
  useKeys(mayRead ? { o: () => void read() } : {});
  return (
    <Stack gap="md" p="md">
      <Title order={2} size="h4">
        {mailbox.codename ?? t('mailboxes:list.noCase')}
      </Title>
      <Group gap="sm">
        <Text size="sm">{t(`mailboxes:state.${stateOf(mailbox)}`)}</Text>
        <Ways mailbox={mailbox} />
      </Group>
      {mailbox.destroyedFrom !== null && (
        <Alert role="status">
          {t('mailboxes:detail.destroyedFrom', { day: formatDay(mailbox.destroyedFrom) })}
        </Alert>
      )}
      {!may('openMailbox') && mailbox.state === 'OPEN' && (
        <Text size="sm">{t('mailboxes:detail.notYours')}</Text>
      )}
      {mayRead && (
        <Group>
          <Button loading={isRunning} onClick={() => void read()}>
            {t('mailboxes:detail.read')} <kbd>o</kbd>
          </Button>
        </Group>
      )}
      <OutcomeAlert outcome={outcome} />
      {mailbox.heldOn !== null && may('liftMailboxHold') && (
        <ActButton
          variant="default"
          act={() => lifting.run({ input })}
          done={() => {
            toast(t('mailboxes:detail.lifted'));
            changed();
          }}
        >
          {t('mailboxes:detail.lift')}
        </ActButton>
      )}
      {opened !== null && <Lines lines={opened.lines} />}
      {opened !== null && <WriteBox mailboxId={mailbox.id} written={() => void read()} />}
    </Stack>
  );
}

/** To the case that it belongs to, and to the request that it was opened with. */
function Ways({ mailbox }: { readonly mailbox: MailboxLine }): ReactNode {
  const { caseId, codename, requestId } = mailbox;
  const { t } = useTranslation();
  const may = useMay();
  const me = useMe();
  return (
    <>
      {caseId !== null && codename !== null && may('caseFile') && (
        <Anchor size="sm" component={Link} to={`/cases/${caseId}`}>
          {t('mailboxes:detail.case')}
        </Anchor>
      )}
      {requestId !== null && me.screener && (
        <Anchor size="sm" component={Link} to={`/inbox/${requestId}`}>
          {t('mailboxes:detail.request')}
        </Anchor>
      )}
    </>
  );
}

function Lines({ lines }: Pick<Opened, 'lines'>): ReactNode {
  const { t } = useTranslation();
  if (lines.length === 0) return <Empty title={t('mailboxes:detail.none')} />;
  return (
    <ol className="mailbox-lines" aria-label={t('mailboxes:detail.lines')}>
      {lines.map(({ id, direction, kind, writtenOn, text, isSealed, writtenBy }) => (
        <li key={id}>
          <div>
            <Text size="sm" fw={600}>
              {direction === 'FROM_FAMILY'
                ? t('mailboxes:detail.family')
                : (writtenBy?.displayName ?? t('mailboxes:detail.desk'))}
              , {formatDay(writtenOn)}
            </Text>
            {kind !== 'MESSAGE' && <Text size="sm">{t(`mailboxes:kind.${kind}`)}</Text>}
            {isSealed && <Text size="sm">{t('mailboxes:detail.sealed')}</Text>}
            {text !== null && <Text className="mailbox-words">{text}</Text>}
          </div>
        </li>
      ))}
    </ol>
  );
}
