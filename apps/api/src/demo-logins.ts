import { DEMO_LOGINS, demoEmail, demoPassphrase } from '@kinward/runtime';
import type { DemoLogin } from './pages/register-pages.js';

/** The public logins of the demonstration, one for each role. */
export function demoLogins(): readonly DemoLogin[] {
  return DEMO_LOGINS.map((someone) => ({
    role: someone.roles[0] ?? '',
    displayName: someone.displayName,
    organization: 'Lantern',
    email: demoEmail(someone),
    passphrase: demoPassphrase(someone),
  }));
}
