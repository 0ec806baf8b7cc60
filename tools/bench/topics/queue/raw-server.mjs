import { fileURLToPath } from 'node:url';
import { deskEnvironment, end, launch, profileFlags } from '../../frame/server.mjs';
import { freePort, ROOT } from '../../frame/workspace.mjs';

const CHILD = fileURLToPath(new URL('./raw-server.child.mjs', import.meta.url));

/**
 * Starts the hand-written side of a list screen.
 *
 * @param {{ appUrl: string, screen: string, organizationId: string, personId: string, poolSize: number }} side
 *   `screen`: address of a module that exports `answer(query, variables)`
 * @returns {Promise<{ pid: number, port: number }>}
 */
export async function startRawServer(
  bench,
  { appUrl, screen, organizationId, personId, poolSize },
) {
  const port = await freePort();
  const env = deskEnvironment({
    PORT: String(port),
    BENCH_APP_URL: appUrl,
    BENCH_SCREEN: screen,
    BENCH_ORGANIZATION_ID: organizationId,
    BENCH_PERSON_ID: personId,
    BENCH_POOL_SIZE: String(poolSize),
  });
  const args = [...profileFlags(bench.profile, 'raw'), CHILD];
  const onChild = (started) => bench.onClose(() => end(started));
  const { child } = await launch(process.execPath, args, { cwd: ROOT, env, port, onChild });
  return { pid: child.pid, port };
}
