import { createHash } from 'node:crypto';

/** PostgreSQL keeps a plan for every name on every connection, some ten kilobytes each, until the connection ends. */
const MOST_NAMES = 300;
/** Texts that were sent once and may never come again. */
const MOST_CANDIDATES = 1_000;

/**
 * Names under which PostgreSQL keeps parsed and planned statements, so that it does that work once per connection. A text
 * gets its name when it is sent for the second time, and only so many get one: the texts of the code are few and
 * constant, and a text that is put together anew each time must not fill the connections.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly candidates = new Set<string>();
  private generation = 0;

  /** The name to send a text under, or null where it goes without. */
  nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= MOST_NAMES) return null;
    if (!this.candidates.delete(text)) {
      this.remember(text);
      return null;
    }
    const name = `k${String(this.generation)}_${shortHash(text)}`;
    this.names.set(text, name);
    return name;
  }

  /**
   * Gives every text a new name after the plan behind `name` turned out to be of an older schema. The old names cost
   * their memory until their connections end, which a migration is rare enough for.
   */
  renew(name: string): void {
    // Of many connections that notice the same migration, only the first renews.
    if (!name.startsWith(`k${String(this.generation)}_`)) return;
    this.generation += 1;
    this.candidates.clear();
    for (const text of this.names.keys()) this.candidates.add(text);
    this.names.clear();
  }

  private remember(text: string): void {
    if (this.candidates.size >= MOST_CANDIDATES) {
      const [oldest = ''] = this.candidates;
      this.candidates.delete(oldest);
    }
    this.candidates.add(text);
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
