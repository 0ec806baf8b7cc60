import { deriveServerKeys, type AppConfig } from '@kinward/platform';

/** The databases every test database is copied from. */
export const TEMPLATE = 'kinward_template';

/** Fixed keys, so that the template's people can sign in from every test process. */
export const testServerKeys = deriveServerKeys(Buffer.alloc(32, 7));

/** A configuration for a test's server. */
export function testConfig(home: string): AppConfig {
  return {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    home,
    databaseUrl: null,
    keyringUrl: null,
    poolSize: 8,
    trusteeKeys: null,
    kdfConcurrency: 1,
  };
}
