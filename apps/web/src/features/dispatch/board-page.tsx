import './dispatch.css';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePages } from '../../api/use-pages';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { TaskBoardDocument } from './board.documents';
import { BoardCard } from './board-card';
import { PingNote } from './ping-note';
import { UnsentNote } from './unsent-note';
import { useSentReports } from './use-reports';

/** Cards on one page of the interface. */
const PAGE = 25;

/** Tasks that fit me, the most urgent first. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [lost, setLost] = useState<string | null>(null);
  const pages = usePages({
    document: TaskBoardDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ taskBoard }) => taskBoard,
    topics: ['task'],
  });
  useSentReports(pages.refresh);
  const { nodes } = pages;
  const lose = (kind: string): void => {
    setLost(kind);
    pages.refresh();
  };
  return (
    <PageFrame title={t('dispatch:board.title')}>
      <div className="narrow">
        <UnsentNote />
        <PingNote />
        {lost !== null && (
          <Alert variant="light" role="status" mb="md" title={t('dispatch:board.lostTitle')}>
            <Text size="sm">
              {t('dispatch:board.lost', { what: t(`dispatch:kind.${lost}`) })}{' '}
              {nodes.length > 0
                ? t('dispatch:board.lostOthers', { count: nodes.length })
                : t('dispatch:board.lostNone')}
            </Text>
          </Alert>
        )}
        {pages.failure !== null && <Failed failure={pages.failure} retry={pages.refresh} />}
        {nodes.length > 0 ? (
          <Stack gap="md" component="ul" className="cards">
            {nodes.map((task) => (
              <BoardCard
                key={task.id}
                task={task}
                taken={(id) => void navigate(`/my-tasks/${id}`)}
                lost={lose}
              />
            ))}
          </Stack>
        ) : pages.isLoading ? (
          <Waiting rows={5} />
        ) : (
          pages.failure === null && (
            <Empty title={t('dispatch:board.empty')}>{t('dispatch:board.emptyAbout')}</Empty>
          )
        )}
        {pages.hasMore && (
          <Button variant="default" fullWidth mt="md" onClick={pages.loadMore}>
            {t('dispatch:more')}
          </Button>
        )}
      </div>
    </PageFrame>
  );
}
