import { urlForRole, type AppConfig, type ServerKeys } from '@kinward/platform';
import type { LoginRole } from '@kinward/migrations';

/** Every address of the two databases that a process may need. */
export interface DatabaseAddresses {
  readonly adminUrl: string;
  readonly keyringAdminUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly keyringUrl: string;
  readonly passwords: Record<LoginRole, string>;
}

/** Derives the serving roles' addresses from the operator's. */
export function databaseAddresses(
  adminUrl: string,
  config: Pick<AppConfig, 'keyringUrl'>,
  serverKeys: ServerKeys,
): DatabaseAddresses {
  const keyringAdminUrl = config.keyringUrl ?? besides(adminUrl);
  const passwords = {
    kinward_app: serverKeys.databasePassword('kinward_app'),
    kinward_worker: serverKeys.databasePassword('kinward_worker'),
  };
  return {
    adminUrl,
    keyringAdminUrl,
    appUrl: urlForRole(adminUrl, 'kinward_app', passwords.kinward_app),
    workerUrl: urlForRole(adminUrl, 'kinward_worker', passwords.kinward_worker),
    keyringUrl: urlForRole(keyringAdminUrl, 'kinward_app', passwords.kinward_app),
    passwords,
  };
}

/** The keyring's default place: the same server, a database of its own. */
function besides(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = `${url.pathname}_keyring`;
  return url.toString();
}

/** The address of another database on the same server. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
