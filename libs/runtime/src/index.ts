export { databaseAddresses, withDatabase, type DatabaseAddresses } from './database-addresses.js';
export { DemoActors } from './demo/demo-actors.js';
export { DEMO_CALL_OUTS } from './demo/demo-call-outs.js';
export { DemoClock } from './demo/demo-clock.js';
export { DEMO_FAMILIES } from './demo/demo-families.js';
export { DEMO_CAMP_FAMILIES } from './demo/demo-camp.js';
export { DEMO_FORMER_FAMILIES } from './demo/demo-former-families.js';
export { DEMO_GIFTS, demoDonorEmail } from './demo/demo-gifts.js';
export { DEMO_LINKS } from './demo/demo-gifts.js';
export { DEMO_MAILBOXES } from './demo/demo-mailboxes.js';
export { readDemoProgress } from './demo/demo-progress.js';
export { DEMO_REQUESTS } from './demo/demo-intake.js';
export { surgeSubmissions } from './demo/demo-surge.js';
export { DEMO_TASKS } from './demo/demo-tasks.js';
export { DEMO_VOLUNTEERS } from './demo/demo-volunteers.js';
export { DemoDeskSeeder, type DemoDesk } from './demo/demo-desk.seeder.js';
export { seedDemo, tellDemo } from './demo/seed-demo.js';
export {
  DEMO_LOGINS,
  DEMO_PEOPLE,
  demoEmail,
  demoPassphrase,
  type DemoPerson,
} from './demo/demo-people.js';
export { seedVolume } from './demo/volume/seed-volume.js';
export { ENTITIES } from './entities.js';
export { createGraphqlServer } from './graphql-server.js';
export { callOutClocks } from './jobs/call-out-clocks.job.js';
export { endCards } from './jobs/end-cards.job.js';
export { endNeeds } from './jobs/end-needs.job.js';
export { takeTotalsJob } from './jobs/take-totals.job.js';
export { giftJobs } from './jobs/gift.jobs.js';
export type { Job, JobContext } from './jobs/job.js';
export { startWorker, type RunningWorker, type WorkerOptions } from './jobs/start-worker.js';
export { suspendNeeds } from './jobs/suspend-needs.job.js';
export { KinwardModule, type KinwardOptions } from './kinward.module.js';
export { openDatabase, type OpenDatabase } from './open-database.js';
export { CertifyPersonUseCase } from './trustees/certify-person.use-case.js';
export { ChangeStandingUseCase } from './trustees/change-standing.use-case.js';
export { InitKeysUseCase } from './trustees/init-keys.use-case.js';
export { OperatorDirectory, type KnownPerson } from './trustees/operator-directory.js';
export { readTrusteeKey, type KeyPair } from './trustees/trustee-key-file.js';
export { TrusteesModule } from './trustees/trustees.module.js';
