import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { sendBeforeLeaving } from './api/sending';
import { pageSettings } from './app/page-settings';
import { startTranslations } from './i18n/i18n';
import { beginSession } from './session/session';

document.title = pageSettings.pageName;
// Where the library that keeps the page still behind a dialog looks for the nonce of its style.
Object.assign(globalThis, { __webpack_nonce__: pageSettings.nonce });
sendBeforeLeaving();
const [first] = await Promise.all([beginSession(), startTranslations()]);
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place to draw in');
createRoot(root).render(
  <StrictMode>
    <App first={first} />
  </StrictMode>,
);
