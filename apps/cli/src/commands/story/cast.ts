import { DeskClient } from './desk-client.js';
import type { Enrolled } from './set-up-desk.js';

/** The people of the story, each with a session of their own. */
export class Cast {
  private constructor(
    private readonly clients: ReadonlyMap<string, DeskClient>,
    private readonly ids: ReadonlyMap<string, string>,
    /** Donors and families act without an account. */
    readonly stranger: DeskClient,
  ) {}

  /** Signs everybody in over HTTP, with their own passphrases. */
  static async signIn(url: string, people: readonly Enrolled[]): Promise<Cast> {
    const clients = await Promise.all(
      people.map(async ({ person, email, passphrase }) => {
        const client = new DeskClient(url, person.who);
        const credentials = { email, passphrase };
        const session = await client.change<{ token: string }>(
          'login',
          'LoginSucceeded',
          credentials,
          'token',
        );
        return [person.key, client.signedIn(session.token)] as const;
      }),
    );
    const ids = people.map(({ person, personId }) => [person.key, personId] as const);
    return new Cast(new Map(clients), new Map(ids), new DeskClient(url, 'Somebody'));
  }

  as(key: string): DeskClient {
    const client = this.clients.get(key);
    if (client === undefined) throw new Error(`nobody in the story is called ${key}`);
    return client;
  }

  idOf(key: string): string {
    return this.ids.get(key) ?? '';
  }

  /** Everybody who volunteers. */
  get volunteers(): readonly DeskClient[] {
    return [...this.clients].filter(([key]) => key.startsWith('volunteer-')).map(([, who]) => who);
  }

  get size(): number {
    return this.clients.size;
  }
}
