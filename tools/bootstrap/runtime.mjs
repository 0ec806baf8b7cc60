import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';

/** What the host's own Node must be to serve where no pinned one exists (macOS). */
const HOST_MINIMUM = [22, 18];

/** The pinned Node of node_modules, else the host's if it is new enough, which is said. */
export function findRuntime(root, say, host = process) {
  const system = host.platform === 'win32' ? 'win' : host.platform;
  const name = `node-${system}-${host.arch}`;
  const file = host.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', name, 'bin', file);
  if (existsSync(pinned)) return pinned;
  const [major, minor] = host.version.slice(1).split('.').map(Number);
  const enough = major > HOST_MINIMUM[0] || (major === HOST_MINIMUM[0] && minor >= HOST_MINIMUM[1]);
  if (!enough) {
    throw new BootstrapError(
      `There is no pinned Node for ${host.platform} ${host.arch}; Kinward then needs the host's Node to be ${HOST_MINIMUM.join('.')} or newer, and this is ${host.version}.`,
    );
  }
  say(
    `Running on the host's Node ${host.version}: there is no pinned one for ${host.platform} ${host.arch}.`,
  );
  return host.execPath;
}
