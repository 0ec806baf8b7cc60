import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { OrganizationsModule } from '@kinward/organizations';
import { VaultModule } from '@kinward/vault';
import { CaseFileQuery } from './application/case-file.query.js';
import { CaseListQuery } from './application/case-list.query.js';
import { CaseStoryReader } from './application/case-story.reader.js';
import { CaseloadQuery } from './application/caseload.query.js';
import { DeskResolver } from './graphql/desk.resolver.js';

/** Read models of the screens; nobody imports them (decision 24). */
@Module({
  imports: [IdentityModule, OrganizationsModule, VaultModule],
  providers: [CaseFileQuery, CaseListQuery, CaseStoryReader, CaseloadQuery, DeskResolver],
})
export class DeskModule {}
