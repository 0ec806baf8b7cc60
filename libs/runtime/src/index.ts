export { databaseAddresses, withDatabase, type DatabaseAddresses } from './database-addresses.js';
export { DemoDeskSeeder, type DemoDesk } from './demo/demo-desk.seeder.js';
export { seedDemo } from './demo/seed-demo.js';
export {
  DEMO_LOGINS,
  DEMO_PEOPLE,
  demoEmail,
  demoPassphrase,
  type DemoPerson,
} from './demo/demo-people.js';
export { ENTITIES } from './entities.js';
export { createGraphqlServer } from './graphql-server.js';
export { KinwardModule, type KinwardOptions } from './kinward.module.js';
export { openDatabase, type OpenDatabase } from './open-database.js';
