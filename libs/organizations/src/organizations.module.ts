import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { CountryCodesQuery } from './application/country-codes.query.js';
import { OrganizationSettingsQuery } from './application/organization-settings.query.js';
import { RegisterOrganizationUseCase } from './application/register-organization.use-case.js';
import { ChangeSettingUseCase } from './application/settings/change-setting.use-case.js';
import { DecideSettingChangeUseCase } from './application/settings/decide-setting-change.use-case.js';
import { SettingsListQuery } from './application/settings/settings-list.query.js';
import { CountryCodesResolver } from './graphql/country-codes.resolver.js';
import { OrganizationResolver } from './graphql/organization.resolver.js';
import './graphql/reason-texts.js';
import { SettingResolver } from './graphql/setting.resolver.js';
import { SettingRepository } from './infrastructure/setting.repository.js';

/** Member organisations and what they set for themselves. */
@Module({
  imports: [IdentityModule],
  providers: [
    ChangeSettingUseCase,
    CountryCodesQuery,
    CountryCodesResolver,
    DecideSettingChangeUseCase,
    OrganizationSettingsQuery,
    OrganizationResolver,
    RegisterOrganizationUseCase,
    SettingRepository,
    SettingResolver,
    SettingsListQuery,
  ],
  exports: [OrganizationSettingsQuery, RegisterOrganizationUseCase],
})
export class OrganizationsModule {}
