import './doors.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Door } from './door';
import { readSettings } from './door-settings';
import { loadWords, wantedLanguage, wordsOf } from './words';

const settings = readSettings();
const language = wantedLanguage(settings.language);
const path = location.pathname;
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place to draw in');
if (root.hasChildNodes() && settings.texts !== undefined && language === settings.language) {
  const t = wordsOf(language, settings.texts);
  hydrateRoot(root, <Door settings={settings} language={language} t={t} path={path} />);
} else {
  const t = await loadWords(language);
  root.replaceChildren();
  createRoot(root).render(<Door settings={settings} language={language} t={t} path={path} />);
}
