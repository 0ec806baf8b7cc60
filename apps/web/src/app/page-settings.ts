/** Somebody of the demonstration whose passphrase is public. */
export interface DemoLogin {
  readonly role: string;
  readonly displayName: string;
  readonly organization: string;
  readonly email: string;
  readonly passphrase: string;
}

/** What the server writes into the page: nothing that is not the same for everybody. */
export interface PageSettings {
  /** What the page calls itself; an operator may choose another neutral name. */
  readonly pageName: string;
  /** Lets the component library add its styles under the page's policy. */
  readonly nonce: string;
  /** Null in production. */
  readonly demoLogins: readonly DemoLogin[] | null;
}

const NOTHING: PageSettings = { pageName: 'Desk', nonce: '', demoLogins: null };

function read(): PageSettings {
  const text = document.getElementById('settings')?.textContent ?? '';
  return text.trim() === '' ? NOTHING : (JSON.parse(text) as PageSettings);
}

export const pageSettings: PageSettings = read();
