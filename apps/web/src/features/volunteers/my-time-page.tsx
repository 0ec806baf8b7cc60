import './volunteers.css';
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/outcome';
import { useRead } from '../../api/use-read';
import { Facts } from '../../ui/facts';
import { PageFrame } from '../../ui/page-frame';
import { Failed, NotHere, Waiting } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { AboutMe } from './about-me';
import { MyAvailability } from './my-availability';
import { MyPings } from './my-pings';
import { MyTimeDocument } from './mine.documents';
import { countryName } from '../../ui/names';
import type { Mine } from './my-time-page-types';

/** How I stand, when I may be asked, and what I say no to. */
export function Page(): ReactNode {
  const { t } = useTranslation();
  const { data, failure, refresh } = useRead(MyTimeDocument, {});
  const mine = data?.myVolunteering;
  if (mine === undefined) {
    return failure === null ? <Waiting rows={8} /> : <Failed failure={failure} retry={refresh} />;
  }
  if (isRefusal(mine)) return <NotHere />;
  return (
    <PageFrame title={t('volunteers:mine.title')}>
      <Stack gap="xl" className="my-time">
        <MyPings />
        <Standing mine={mine} />
        <MyAvailability key={mine.version} mine={mine} saved={refresh} />
        <AboutMe mine={mine} changed={refresh} />
      </Stack>
    </PageFrame>
  );
}

function Standing({ mine }: { readonly mine: Mine }): ReactNode {
  const { t } = useTranslation();
  const { state, tier, probationUntil, verifiedTasks, recheckDueDay, country, timeZone } = mine;
  return (
    <Facts
      pairs={[
        [t('volunteers:mine.standing'), t(`volunteers:myStanding.${state}`)],
        [t('volunteers:tier'), tier === null ? null : t(`volunteers:tierAbout.${tier}`)],
        [
          t('volunteers:mine.probation'),
          state === 'PROBATION' && probationUntil !== null
            ? t('volunteers:mine.probationUntil', {
                day: formatDay(probationUntil),
                count: verifiedTasks,
              })
            : null,
        ],
        [t('volunteers:person.recheck'), recheckDueDay === null ? null : formatDay(recheckDueDay)],
        [
          t('volunteers:country'),
          t('volunteers:mine.place', { country: countryName(country), zone: timeZone }),
        ],
      ]}
    />
  );
}
