import { createServer } from 'node:net';
import { StartupError, type AppConfig } from '@kinward/platform';

const SENTENCES: Record<string, (config: AppConfig) => string> = {
  EADDRINUSE: ({ port }) => `Port ${String(port)} is taken; set PORT to another one.`,
  EACCES: ({ port }) => `Port ${String(port)} may not be used by this user.`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host} is not an address of this machine.`,
  ENOTFOUND: ({ host }) => `HOST ${host} is not known.`,
};

/** The operator's sentence for a port that cannot be listened on, or the error itself. */
export function asPortError(error: unknown, config: AppConfig): unknown {
  const sentence = SENTENCES[(error as NodeJS.ErrnoException).code ?? ''];
  return sentence === undefined ? error : new StartupError(sentence(config));
}

/**
 * Tries the port before anything slow is started.
 * @throws StartupError when it cannot be used
 */
export async function checkPort(config: AppConfig): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    throw asPortError(error, config);
  } finally {
    probe.close();
  }
}
