import { NativeSelect, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { OutsideDetail } from './outside-detail';
import { OutsideNotesDocument } from './outside.documents';

const PAGE = 50;

/** Reports and offers of people who are no relatives; the oldest is on top. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const [done, setDone] = useState(false);
  const pages = usePages({
    document: OutsideNotesDocument,
    variables: (after) => ({ input: { first: PAGE, after, done } }),
    pick: ({ outsideNotes }) => outsideNotes,
    topics: ['intake'],
  });
  const opened = pages.nodes.find((line) => line.id === id) ?? null;
  return (
    <SplitList
      label={t('mailboxes:outside.title')}
      pages={pages}
      path="/outside-notes"
      openId={id}
      head={
        <div className="list-head">
          <Text size="sm" fw={600} component="h1">
            {t('mailboxes:outside.title')}
          </Text>
          <NativeSelect
            size="xs"
            aria-label={t('mailboxes:outside.view')}
            value={done ? 'done' : 'open'}
            onChange={(event) => setDone(event.currentTarget.value === 'done')}
            data={[
              { value: 'open', label: t('mailboxes:outside.open') },
              { value: 'done', label: t('mailboxes:outside.done') },
            ]}
          />
        </div>
      }
      row={(line) => (
        <>
          <span className="strong">{t(`mailboxes:outsideKind.${line.kind}`)}</span>
          <span className="grow">{line.language}</span>
          <span>{formatDay(line.arrivedOn)}</span>
        </>
      )}
      empty={<Empty title={t('mailboxes:outside.empty')}>{t('mailboxes:outside.about')}</Empty>}
    >
      {opened !== null && <OutsideDetail key={opened.id} note={opened} changed={pages.refresh} />}
    </SplitList>
  );
}
