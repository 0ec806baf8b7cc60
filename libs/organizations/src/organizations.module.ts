import { Module } from '@nestjs/common';
import { OrganizationSettingsQuery } from './application/organization-settings.query.js';
import { RegisterOrganizationUseCase } from './application/register-organization.use-case.js';
import { OrganizationResolver } from './graphql/organization.resolver.js';

/** Member organisations and their settings. */
@Module({
  providers: [OrganizationSettingsQuery, OrganizationResolver, RegisterOrganizationUseCase],
  exports: [OrganizationSettingsQuery, RegisterOrganizationUseCase],
})
export class OrganizationsModule {}
