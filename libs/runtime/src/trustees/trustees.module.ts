import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { CertifyPersonUseCase } from './certify-person.use-case.js';
import { ChangeStandingUseCase } from './change-standing.use-case.js';
import { InitKeysUseCase } from './init-keys.use-case.js';

/** What operators do about people and trustees; no server answers with it. */
@Module({
  imports: [IdentityModule],
  providers: [CertifyPersonUseCase, ChangeStandingUseCase, InitKeysUseCase],
  exports: [CertifyPersonUseCase, ChangeStandingUseCase, InitKeysUseCase],
})
export class TrusteesModule {}
