import { NativeSelect, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { ComplaintDetail } from './complaint-detail';
import { ComplaintsDocument } from './complaints.documents';
import type { ComplaintLine } from './lines';

const PAGE = 50;

/** Complaints that are mine to answer, because I had nothing to do with them; the first due is on top. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const [answered, setAnswered] = useState(false);
  const pages = usePages({
    document: ComplaintsDocument,
    variables: (after) => ({ input: { first: PAGE, after, answered } }),
    pick: ({ complaints }) => complaints,
    topics: ['ping'],
  });
  const opened = pages.nodes.find((line) => line.id === id) ?? null;
  return (
    <SplitList
      label={t('mailboxes:complaints.title')}
      pages={pages}
      path="/complaints"
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} component="h1">
            {t('mailboxes:complaints.title')}
          </Text>
          <NativeSelect
            size="xs"
            aria-label={t('mailboxes:complaints.view')}
            value={answered ? 'answered' : 'open'}
            onChange={(event) => setAnswered(event.currentTarget.value === 'answered')}
            data={[
              { value: 'open', label: t('mailboxes:complaints.open') },
              { value: 'answered', label: t('mailboxes:complaints.answered') },
            ]}
          />
        </div>
      }
      row={(line) => <ComplaintRow line={line} />}
      empty={
        <Empty
          title={t(answered ? 'mailboxes:complaints.emptyAnswered' : 'mailboxes:complaints.empty')}
        >
          {t('mailboxes:complaints.about')}
        </Empty>
      }
    >
      {opened !== null && (
        <ComplaintDetail key={opened.id} complaint={opened} changed={pages.refresh} />
      )}
    </SplitList>
  );
}

function ComplaintRow({ line }: { readonly line: ComplaintLine }): ReactNode {
  const { t } = useTranslation();
  const isLate = line.state === 'OPEN' && line.dueOn < new Date().toISOString().slice(0, 10);
  const day = formatDay(line.answeredOn ?? line.dueOn);
  return (
    <>
      <span className="strong">{t(`mailboxes:about.${line.kind}`)}</span>
      <span className="grow" />
      <span className="due" data-urgency={isLate ? 'late' : undefined}>
        {line.state === 'OPEN'
          ? t(isLate ? 'mailboxes:complaints.late' : 'mailboxes:complaints.due', { day })
          : t('mailboxes:complaints.answeredOn', { day })}
      </span>
    </>
  );
}
