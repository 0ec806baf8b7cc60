import { Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '@kinward/cases';
import { DisbursementsModule } from '@kinward/disbursements';
import { IdentityModule } from '@kinward/identity';
import { IntakeModule } from '@kinward/intake';
import { NotificationsModule } from '@kinward/notifications';
import { OrganizationsModule } from '@kinward/organizations';
import { SealedColumns, VaultModule } from '@kinward/vault';
import { ActEffects } from './application/act-effects.js';
import { AskForHelp } from './application/ask-for-help.js';
import { Complaining, ComplaintReaders } from './application/complaining.js';
import { DangerWord } from './application/danger-word.js';
import { AnswerWriter } from './application/desk/answer-writer.js';
import { ComplaintDesk } from './application/desk/complaint-desk.js';
import { IssueMailboxUseCase } from './application/desk/issue-mailbox.use-case.js';
import { MailboxKeyring } from './application/desk/mailbox-keyring.js';
import { MailboxesQuery } from './application/desk/mailboxes.query.js';
import { OpenMailboxUseCase } from './application/desk/open-mailbox.use-case.js';
import { OutsideDesk } from './application/desk/outside-desk.js';
import {
  LiftMailboxHoldUseCase,
  WriteToFamilyUseCase,
} from './application/desk/write-to-family.use-case.js';
import { FamilyActs } from './application/family-acts.js';
import { FamilyDoor } from './application/family-door.js';
import { FamilyThread } from './application/family-thread.js';
import { HelpTaking } from './application/help-taking.js';
import { MailboxMaking } from './application/mailbox-making.js';
import { MailboxNews } from './application/mailbox-news.js';
import { MailboxStanding } from './application/mailbox-standing.js';
import { MessageWriter } from './application/message-writer.js';
import { OpenWithWords, WordActs } from './application/open-with-words.js';
import { OutsideInbox, TellFromOutside } from './application/tell-from-outside.js';
import { Tickets } from './application/tickets.js';
import { WordKeyMaker } from './application/word-keys.js';
import { WriterGround } from './application/writer-ground.js';
import { MAILBOX_SEALED_COLUMNS } from './domain/sealed-columns.js';
import { ComplaintResolver } from './graphql/complaint.resolver.js';
import { MailboxResolver, MailboxWriterResolver } from './graphql/mailbox.resolver.js';
import { OutsideNoteResolver } from './graphql/outside-note.resolver.js';
import './graphql/reason-texts.js';
import { AskPages } from './http/ask-controller.js';
import { OutsidePages } from './http/outside-controller.js';
import { ThreadPages } from './http/thread-controller.js';
import { ComplaintRepository } from './infrastructure/complaint.repository.js';
import { DoorLimiter } from './infrastructure/door-limiter.js';
import { DoorPeopleRepository } from './infrastructure/door-people.repository.js';
import { MailboxRepository } from './infrastructure/mailbox.repository.js';
import { MessageRepository } from './infrastructure/message.repository.js';
import { OutsideNoteRepository } from './infrastructure/outside-note.repository.js';

/** The families' door: asking, coming back with words, messages, complaints, and an inbox for people who are no relatives. */
@Module({
  imports: [
    CasesModule,
    DisbursementsModule,
    IdentityModule,
    IntakeModule,
    NotificationsModule,
    OrganizationsModule,
    VaultModule,
  ],
  providers: [
    ActEffects,
    AnswerWriter,
    AskForHelp,
    AskPages,
    Complaining,
    ComplaintDesk,
    ComplaintReaders,
    ComplaintRepository,
    ComplaintResolver,
    DangerWord,
    DoorLimiter,
    DoorPeopleRepository,
    FamilyActs,
    FamilyDoor,
    FamilyThread,
    HelpTaking,
    IssueMailboxUseCase,
    LiftMailboxHoldUseCase,
    MailboxesQuery,
    MailboxKeyring,
    MailboxMaking,
    MailboxNews,
    MailboxRepository,
    MailboxResolver,
    MailboxWriterResolver,
    MailboxStanding,
    MessageRepository,
    MessageWriter,
    OpenMailboxUseCase,
    OpenWithWords,
    OutsideDesk,
    OutsideInbox,
    OutsideNoteRepository,
    OutsideNoteResolver,
    OutsidePages,
    TellFromOutside,
    ThreadPages,
    Tickets,
    WordActs,
    WordKeyMaker,
    WriterGround,
    WriteToFamilyUseCase,
  ],
})
export class MailboxModule implements OnModuleInit {
  constructor(private readonly sealedColumns: SealedColumns) {}

  onModuleInit(): void {
    this.sealedColumns.register(...MAILBOX_SEALED_COLUMNS);
  }
}
