import { useEffect, useState, type ReactNode } from 'react';
import { Outlet } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../api/api-context';
import { followNews } from '../api/live-news';
import { CountryCodesProvider } from '../codes/country-codes';
import { KeysHelp } from './keys-help';
import { Palette } from './palette';
import { PhoneBar } from './phone-bar';
import { Rail } from './rail';
import { TopBar } from './top-bar';

/** Rail, top bar, page; on the phone a bar at the bottom. One live connection for all of it. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const api = useApi();
  const [isLive, setLive] = useState(false);
  useEffect(() => followNews(api, setLive), [api]);
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('shell:skip')}
      </a>
      <TopBar isLive={isLive} />
      <Rail />
      <main id="page" className="page" tabIndex={-1}>
        <CountryCodesProvider>
          <Outlet />
        </CountryCodesProvider>
      </main>
      <PhoneBar />
      <Palette />
      <KeysHelp />
    </div>
  );
}
