import { Anchor, Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { useMay } from '../../ui/may';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { stateOf, type MailboxLine } from './lines';
import { MailboxDetail } from './mailbox-detail';
import { MailboxesDocument } from './mailboxes.documents';

/** Mailboxes in one page of the interface; it allows no more. */
const PAGE = 50;

/** Mailboxes of families, all or those of one case or request: those with something unread are on top. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null, kind, subjectId = null } = useParams();
  const may = useMay();
  const caseId = kind === 'case' ? subjectId : null;
  const requestId = kind === 'request' ? subjectId : null;
  const isAll = caseId === null && requestId === null;
  const pages = usePages({
    document: MailboxesDocument,
    variables: (after) => ({ input: { first: PAGE, after, caseId, requestId } }),
    pick: ({ mailboxes }) => mailboxes,
    topics: ['case', 'intake'],
  });
  const opened = pages.nodes.find((line) => line.id === id) ?? null;
  const unread = pages.nodes.filter((line) => line.unread > 0).length;
  const title = t(
    isAll
      ? 'mailboxes:list.title'
      : caseId === null
        ? 'mailboxes:list.ofRequest'
        : 'mailboxes:list.ofCase',
  );
  const mayIssue = caseId !== null && may('issueMailbox') && !pages.isLoading;
  const hasOpen = pages.nodes.some((line) => line.state === 'OPEN');
  return (
    <SplitList
      label={title}
      pages={pages}
      path={isAll ? '/mailboxes' : `/mailboxes-of/${kind ?? ''}/${subjectId ?? ''}`}
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} component="h1">
            {title}
          </Text>
          {isAll ? (
            <Text size="sm" role="status">
              {t('mailboxes:list.unread', { count: unread })}
            </Text>
          ) : (
            <Anchor size="sm" component={Link} to="/mailboxes">
              {t('mailboxes:list.all')}
            </Anchor>
          )}
          {mayIssue && !hasOpen && (
            <Button size="compact-sm" component={Link} to={`/open-mailbox/${caseId}`}>
              {t('mailboxes:issue.title')}
            </Button>
          )}
        </div>
      }
      row={(line) => <MailboxRow line={line} />}
      empty={
        <Empty title={t('mailboxes:list.empty')}>
          {t(caseId === null ? 'mailboxes:list.emptyAbout' : 'mailboxes:list.emptyOfCase')}
        </Empty>
      }
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
          : line.destroyedFrom === null
            ? t('mailboxes:list.used', { day: formatDay(line.usedOn) })
            : t('mailboxes:list.destroyedFrom', { day: formatDay(line.destroyedFrom) })}
      </span>
    </>
  );
}
