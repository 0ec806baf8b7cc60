import { createHash } from 'node:crypto';
import { startTestDesk, type TestDesk } from '@kinward/testing';
import { demoLogins as allDemoLogins } from '../../src/demo-logins.js';
import { registerPages, type DemoLogin } from '../../src/pages/register-pages.js';

/** The logins that the pages show. */
export const demoLogins: readonly DemoLogin[] = allDemoLogins();

/** The real server with its pages, on a free port of this machine, with three cases. */
export interface DemoDesk {
  readonly desk: TestDesk;
  readonly url: string;
  /** Whether the session behind a token is still open. */
  isOpen(token: string): Promise<boolean>;
}

/** Starts it in demo mode. */
export async function startDemoDesk(): Promise<DemoDesk> {
  const desk = await startTestDesk({
    config: { mode: 'demo' },
    prepare: (app) =>
      registerPages(app.getHttpAdapter().getInstance(), {
        demoLogins,
        organizationNames: ['Lantern', 'Bridge', 'Harbour'],
        desk: null,
      }),
  });
  await desk.app.listen(0, '127.0.0.1');
  const caseworker = await desk.as('caseworker');
  for (const region of ['IN_EAST', 'ABROAD_GE', 'IN_WEST']) {
    await caseworker.ask('mutation', 'openCase', { region }, '{ __typename }');
  }
  const isOpen = async (token: string): Promise<boolean> => {
    const sessionId = Buffer.from(token.split('.')[0] ?? '', 'base64url');
    const idHash = createHash('sha256').update(sessionId).digest();
    const rows = await desk.database.asOperator('SELECT 1 FROM session WHERE id_hash = $1', [
      idHash,
    ]);
    return rows.length > 0;
  };
  return { desk, url: await desk.app.getUrl(), isOpen };
}
