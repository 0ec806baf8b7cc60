import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { stateOf, type MailboxLine } from './lines';
import { MailboxDetail } from './mailbox-detail';
import { MailboxesDocument } from './mailboxes.documents';

/** Mailboxes in one page of the interface; it allows no more. */
const PAGE = 50;

/** Mailboxes of families: those with something unread are on top. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const pages = usePages({
    document: MailboxesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ mailboxes }) => mailboxes,
    topics: ['case', 'intake'],
  });
  const opened = pages.nodes.find((line) => line.id === id) ?? null;
  const unread = pages.nodes.filter((line) => line.unread > 0).length;
  return (
    <SplitList
      label={t('mailboxes:list.title')}
      pages={pages}
      path="/mailboxes"
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} component="h1">
            {t('mailboxes:list.title')}
          </Text>
          <Text size="sm" role="status">
            {t('mailboxes:list.unread', { count: unread })}
          </Text>
        </div>
      }
      row={(line) => <MailboxRow line={line} />}
      empty={<Empty title={t('mailboxes:list.empty')}>{t('mailboxes:list.emptyAbout')}</Empty>}
    >
      {opened !== null && (
        <MailboxDetail key={opened.id} mailbox={opened} changed={pages.refresh} />
      )}
    </SplitList>
  );
}

function MailboxRow({ line }: { readonly line: MailboxLine }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <span className="strong">{line.codename ?? t('mailboxes:list.noCase')}</span>
      <span className="grow">{t(`mailboxes:state.${stateOf(line)}`)}</span>
      <span>
        {line.unread > 0
          ? t('mailboxes:list.lines', { count: line.unread })
          : t('mailboxes:list.used', { day: formatDay(line.usedOn) })}
      </span>
    </>
  );
}
