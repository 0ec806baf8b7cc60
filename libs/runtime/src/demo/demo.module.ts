import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { OrganizationsModule } from '@kinward/organizations';
import { DemoDeskSeeder } from './demo-desk.seeder.js';

/** The demonstration's data; only in demo mode (decision 14). */
@Module({
  imports: [IdentityModule, OrganizationsModule],
  providers: [DemoDeskSeeder],
  exports: [DemoDeskSeeder],
})
export class DemoModule {}
