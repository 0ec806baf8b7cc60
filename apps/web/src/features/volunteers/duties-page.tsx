import './volunteers.css';
import { Anchor, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../api/use-pages';
import { PageFrame } from '../../ui/page-frame';
import { Empty, Failed, Waiting } from '../../ui/states';
import { DueClock } from '../../ui/time';
import { DutiesDocument, type DutiesQuery } from './duties.documents';
import { ReviewReferee } from './review-referee';
import { VettingTabs } from './vetting-tabs';

type Duty = DutiesQuery['vettingDuties']['edges'][number]['node'];

const PAGE = 50;
/** Duties about somebody who has an account; the others are about an application. */
const ABOUT_PEOPLE: readonly string[] = ['PROBATION_OVER', 'RECHECK', 'SUSPENSION', 'PANEL'];

/** Duties that have no page of their own: what to do stands in the line. */
const WITHOUT_PAGE: readonly string[] = ['REFEREE_REVIEW', 'CERTIFICATE'];

/** What is due about volunteers, the first first. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const pages = usePages({
    document: DutiesDocument,
    variables: (after) => ({ input: { first: PAGE, after } }),
    pick: ({ vettingDuties }) => vettingDuties,
  });
  const { nodes, failure } = pages;
  return (
    <PageFrame title={t('volunteers:vetting.title')} acts={<VettingTabs />}>
      {failure !== null && <Failed failure={failure} retry={pages.refresh} />}
      {nodes.length > 0 ? (
        <ul className="duties">
          {nodes.map((duty) => (
            <DutyLine key={duty.kind + duty.subjectId} duty={duty} changed={pages.refresh} />
          ))}
        </ul>
      ) : pages.isLoading ? (
        <Waiting />
      ) : (
        failure === null && (
          <Empty title={t('volunteers:vetting.empty')}>{t('volunteers:vetting.emptyAbout')}</Empty>
        )
      )}
      {pages.hasMore && (
        <Button variant="default" mt="md" onClick={pages.loadMore}>
          {t('volunteers:more')}
        </Button>
      )}
    </PageFrame>
  );
}

function DutyLine({
  duty,
  changed,
}: {
  readonly duty: Duty;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { kind, subjectId, person } = duty;
  const list = ABOUT_PEOPLE.includes(kind) ? 'people' : 'applications';
  const what = t(`volunteers:duty.${kind}`);
  return (
    <li>
      <Group gap="md" justify="space-between">
        <div>
          {WITHOUT_PAGE.includes(kind) ? (
            <Text size="sm" fw={600}>
              {what}
            </Text>
          ) : (
            <Anchor component={Link} to={`/vetting/${list}/${subjectId}`} size="sm" fw={600}>
              {what}
            </Anchor>
          )}
          <Text size="sm">{person?.displayName ?? t('volunteers:vetting.applicant')}</Text>
        </div>
        <Group gap="sm">
          <Text size="sm" component="div">
            <DueClock dueAt={`${duty.dueDay}T23:59:59Z`} />
          </Text>
          {kind === 'REFEREE_REVIEW' && <ReviewReferee reviewId={subjectId} changed={changed} />}
        </Group>
      </Group>
    </li>
  );
}
