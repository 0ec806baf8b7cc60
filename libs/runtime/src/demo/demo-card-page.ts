/** Where the stand-in of the payment provider listens. */
interface StandInAddress {
  readonly host: string;
  readonly port: number;
}

const FOUND = 303;

/**
 * A donor's browser and a donor's bank, at the stand-in of the payment provider: the page's own form, and what the
 * stand-in's control calls a bank's acts. Never at the provider itself.
 */
export class DemoCardPage {
  private readonly url: string;

  constructor({ host, port }: StandInAddress) {
    this.url = `http://${host}:${String(port)}`;
  }

  /** Sends the form of the page. @returns the id of its session */
  async pay(checkoutUrl: string, choice: string | null, email: string): Promise<string> {
    const session = /\/pay\/(?<id>[^/?#]+)/.exec(checkoutUrl)?.groups?.['id'] ?? '';
    if (choice === null) return session;
    const answer = await fetch(`${this.url}/pay/${session}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ choice, email }).toString(),
    });
    await answer.arrayBuffer();
    if (answer.status !== FOUND) throw new Error('the payment page did not take the card');
    return session;
  }

  /** What is due at the provider happens. */
  async comeToPresent(): Promise<void> {
    await this.control('advance', { seconds: 0 });
  }

  /** The donor's bank takes the money of a charge back, for now. @returns the id of the dispute */
  async dispute(charge: string): Promise<string> {
    const dispute = (await this.control('dispute', { charge })) as { readonly id: string };
    return dispute.id;
  }

  /** From now on the bank declines the card. */
  async endCard(paymentMethod: string): Promise<void> {
    await this.control('behaviour', { payment_method: paymentMethod, behaviour: 'decline' });
  }

  /** The bank says that it was the donor's right. */
  async loseDispute(dispute: string): Promise<void> {
    await this.control('decide-dispute', { dispute, outcome: 'lost' });
  }

  private async control(name: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.url}/_sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the stand-in refused ${name}`);
    return answer.json();
  }
}
