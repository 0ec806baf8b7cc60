import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { OrganizationsModule } from '@kinward/organizations';
import { CasesModule } from '@kinward/cases';
import { VaultModule } from '@kinward/vault';
import { DemoActors } from './demo-actors.js';
import { DemoAidSeeder } from './demo-aid.seeder.js';
import { DemoCallOutsSeeder } from './demo-call-outs.seeder.js';
import { DemoCardSeeder } from './demo-card.seeder.js';
import { DemoCasesSeeder } from './demo-cases.seeder.js';
import { DemoDeskSeeder } from './demo-desk.seeder.js';
import { DemoEndingsSeeder } from './demo-endings.seeder.js';
import { DemoEvidenceSeeder } from './demo-evidence.seeder.js';
import { DemoFundsSeeder } from './demo-funds.seeder.js';
import { DemoGiftsSeeder } from './demo-gifts.seeder.js';
import { DemoIntakeSeeder } from './demo-intake.seeder.js';
import { DemoMailboxesSeeder } from './demo-mailboxes.seeder.js';
import { DemoPayoutsSeeder } from './demo-payouts.seeder.js';
import { DemoScene } from './demo-scene.js';
import { DemoSurgeSeeder } from './demo-surge.seeder.js';
import { DemoTasksSeeder } from './demo-tasks.seeder.js';
import { DemoTotalsSeeder } from './demo-totals.seeder.js';
import { DemoTimeline } from './demo-timeline.js';
import { DemoVettingSeeder } from './demo-vetting.seeder.js';
import { DemoVolunteersSeeder } from './demo-volunteers.seeder.js';
import { DemoWorker } from './demo-worker.js';
import { VolumeStaff } from './volume/volume-staff.js';
import { VolumeSeeder } from './volume/volume.seeder.js';

/** The demonstration's data; only in demo mode (decision 14). */
@Module({
  imports: [CasesModule, IdentityModule, OrganizationsModule, VaultModule],
  providers: [
    DemoActors,
    DemoAidSeeder,
    DemoCallOutsSeeder,
    DemoCardSeeder,
    DemoCasesSeeder,
    DemoDeskSeeder,
    DemoEndingsSeeder,
    DemoEvidenceSeeder,
    DemoFundsSeeder,
    DemoGiftsSeeder,
    DemoIntakeSeeder,
    DemoMailboxesSeeder,
    DemoPayoutsSeeder,
    DemoScene,
    DemoSurgeSeeder,
    DemoTasksSeeder,
    DemoTimeline,
    DemoTotalsSeeder,
    DemoVettingSeeder,
    DemoVolunteersSeeder,
    DemoWorker,
    VolumeSeeder,
    VolumeStaff,
  ],
})
export class DemoModule {}
