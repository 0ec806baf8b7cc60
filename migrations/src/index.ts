export { migrate, type MigrateOptions } from './migrate.js';
export { migrations } from './migrations.js';
export type { LoginRole } from './roles.js';
