import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from '@kinward/audit';
import { CalloutsModule } from '@kinward/callouts';
import { CasesModule } from '@kinward/cases';
import { DeskModule } from '@kinward/desk';
import { FundingModule } from '@kinward/funding';
import { DisbursementsModule } from '@kinward/disbursements';
import { DispatchModule } from '@kinward/dispatch';
import { IdentityModule } from '@kinward/identity';
import { IntakeModule } from '@kinward/intake';
import { LedgerModule } from '@kinward/ledger';
import { MailboxModule } from '@kinward/mailbox';
import { NeedsModule } from '@kinward/needs';
import { NotificationsModule } from '@kinward/notifications';
import { OrganizationsModule } from '@kinward/organizations';
import { PlatformModule, type PlatformOptions } from '@kinward/platform';
import { DemoModule } from './demo/demo.module.js';
import { PublicationModule } from '@kinward/publication';
import { ReportingModule } from '@kinward/reporting';
import { SafetyModule } from '@kinward/safety';
import { KEYRING_URL, VaultModule } from '@kinward/vault';
import { VolunteersModule } from '@kinward/volunteers';

export interface KinwardOptions extends PlatformOptions {
  readonly keyringUrl: string;
}

/** All domains, for whichever process needs them: server, worker, command, test. */
@Module({})
export class KinwardModule {
  static forRoot(options: KinwardOptions): DynamicModule {
    return {
      module: KinwardModule,
      imports: [
        PlatformModule.forRoot(options),
        AddressesModule.forRoot(options.keyringUrl),
        AuditModule,
        CalloutsModule,
        CasesModule,
        DemoModule,
        DeskModule,
        DisbursementsModule,
        DispatchModule,
        FundingModule,
        IdentityModule,
        IntakeModule,
        LedgerModule,
        MailboxModule,
        NeedsModule,
        NotificationsModule,
        OrganizationsModule,
        PublicationModule,
        ReportingModule,
        SafetyModule,
        VaultModule,
        VolunteersModule,
      ],
      exports: [IdentityModule, OrganizationsModule, VaultModule],
    };
  }
}

/** Hands addresses to the domains that reach a store of their own. */
@Global()
@Module({})
class AddressesModule {
  static forRoot(keyringUrl: string): DynamicModule {
    const keyring = { provide: KEYRING_URL, useValue: keyringUrl };
    return { module: AddressesModule, providers: [keyring], exports: [KEYRING_URL] };
  }
}
