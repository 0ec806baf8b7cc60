import './volunteers.css';
import { Chip, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePages } from '../../api/use-pages';
import { SplitList } from '../../ui/split-list';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { ApplicationsDocument, type VettingState } from './applications.documents';
import { APPLICATION_STATES } from './codes';
import { OpenedApplication } from './opened-application';
import { VettingTabs } from './vetting-tabs';
import { countryName } from '../../ui/names';
import type { Application } from './applications-page-types';

const PAGE = 50;

/** People who offer to help, by codes and days; who they are stays sealed. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { id = null } = useParams();
  const [withEnded, setWithEnded] = useState(false);
  const [state, setState] = useState('');
  const chosen = APPLICATION_STATES.find((each) => each === state);
  const running: readonly VettingState[] = chosen === undefined ? APPLICATION_STATES : [chosen];
  const pages = usePages({
    document: ApplicationsDocument,
    variables: (after) => ({
      input: { first: PAGE, after, states: withEnded ? null : [...running] },
    }),
    pick: ({ volunteerApplications }) => volunteerApplications,
  });
  return (
    <SplitList
      label={t('volunteers:vetting.applications')}
      pages={pages}
      path="/vetting/applications"
      openId={id}
      head={
        <div className="list-head">
          <VettingTabs />
          <Chip.Group
            value={withEnded ? 'ENDED' : state}
            onChange={(value) => {
              setWithEnded(value === 'ENDED');
              setState(value === 'ENDED' ? '' : value);
            }}
          >
            <Group gap={6}>
              <Chip size="xs" value="">
                {t('volunteers:filter.running')}
              </Chip>
              {APPLICATION_STATES.map((each) => (
                <Chip key={each} size="xs" value={each}>
                  {t(`volunteers:state.${each}`)}
                </Chip>
              ))}
              <Chip size="xs" value="ENDED">
                {t('volunteers:filter.all')}
              </Chip>
            </Group>
          </Chip.Group>
        </div>
      }
      row={(application) => <ApplicationRow application={application} />}
      empty={
        <Empty title={t('volunteers:application.empty')}>
          {t('volunteers:application.emptyAbout')}
        </Empty>
      }
    >
      {id !== null && <OpenedApplication key={id} id={id} changed={pages.refresh} />}
    </SplitList>
  );
}

function ApplicationRow({ application }: { readonly application: Application }): ReactNode {
  const { t } = useTranslation();
  const { state, country, appliedOn, references, interviews, signatures } = application;
  const vouch = references.filter(({ answer }) => answer === 'VOUCHES').length;
  return (
    <>
      <span className="vetting-name strong">{t(`volunteers:state.${state}`)}</span>
      <span className="vetting-country">{countryName(country)}</span>
      <span className="vetting-voices">
        {t('volunteers:application.voices', {
          vouch,
          talks: interviews.length,
          signed: signatures.length,
        })}
      </span>
      <Text component="span" size="sm" className="quiet">
        {formatDay(appliedOn)}
      </Text>
    </>
  );
}
