export { registerFamilyDoor } from './http/register-family-door.js';
export { MailboxModule } from './mailbox.module.js';
