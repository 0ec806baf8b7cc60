import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { OrganizationsModule } from '@kinward/organizations';
import { CasesModule } from '@kinward/cases';
import { VaultModule } from '@kinward/vault';
import { DemoAidSeeder } from './demo-aid.seeder.js';
import { DemoActors } from './demo-actors.js';
import { DemoCasesSeeder } from './demo-cases.seeder.js';
import { DemoDeskSeeder } from './demo-desk.seeder.js';
import { DemoPayoutsSeeder } from './demo-payouts.seeder.js';
import { DemoScene } from './demo-scene.js';
import { VolumeStaff } from './volume/volume-staff.js';
import { VolumeSeeder } from './volume/volume.seeder.js';

/** The demonstration's data; only in demo mode (decision 14). */
@Module({
  imports: [CasesModule, IdentityModule, OrganizationsModule, VaultModule],
  providers: [
    DemoActors,
    DemoAidSeeder,
    DemoCasesSeeder,
    DemoDeskSeeder,
    DemoPayoutsSeeder,
    DemoScene,
    VolumeSeeder,
    VolumeStaff,
  ],
  exports: [DemoAidSeeder, DemoCasesSeeder, DemoDeskSeeder],
})
export class DemoModule {}
