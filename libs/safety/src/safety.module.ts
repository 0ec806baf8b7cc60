import { Module } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { IdentityModule } from '@kinward/identity';
import { DisclosureLogQuery } from './application/disclosure-log.query.js';
import { IdentityReader } from './application/reveal-identity/identity.reader.js';
import { RevealIdentityUseCase } from './application/reveal-identity/reveal-identity.use-case.js';
import './graphql/reason-texts.js';
import { SafetyResolver } from './graphql/safety.resolver.js';
import { DisclosureRepository } from './infrastructure/disclosure.repository.js';

/** Protecting people from us: the disclosure log and what may be revealed. */
@Module({
  imports: [CasesModule, IdentityModule],
  providers: [
    DisclosureLogQuery,
    DisclosureRepository,
    IdentityReader,
    RevealIdentityUseCase,
    SafetyResolver,
  ],
})
export class SafetyModule {}
