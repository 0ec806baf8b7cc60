/** LATER: this mail is put off. REFUSED: nobody is there. DOWN: no mail can leave at all. */
export type MailOutcome = 'SENT' | 'LATER' | 'REFUSED' | 'DOWN';

/** Hands the one mail there is to a mail server. */
export interface PingMailer {
  /** @param pingId gives the mail its own mark, so that a repetition can be told from a second ping */
  send(address: string, pingId: string): Promise<MailOutcome>;
}
