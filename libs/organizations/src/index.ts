export {
  OrganizationSettingsQuery,
  type OrganizationSettings,
} from './application/organization-settings.query.js';
export {
  RegisterOrganizationUseCase,
  type RegisterOrganizationCommand,
} from './application/register-organization.use-case.js';
export { OrganizationRow } from './infrastructure/organization.entity.js';
export { OrganizationSettingRow, SettingChangeRow } from './infrastructure/setting.entity.js';
export { OrganizationsModule } from './organizations.module.js';
