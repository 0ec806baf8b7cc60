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
  /** Whether this server knows the documents of these pages by their hashes; sources that are being written are ahead of it. */
  readonly knowsDocuments: boolean;
}

const NOTHING: PageSettings = {
  pageName: 'Desk',
  nonce: '',
  demoLogins: null,
  knowsDocuments: false,
};

function read(): PageSettings {
  const text = document.getElementById('settings')?.textContent ?? '';
  return text.trim() === '' ? NOTHING : (JSON.parse(text) as PageSettings);
}

export const pageSettings: PageSettings = read();

// The part of the component library that locks scrolling behind a dialog asks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: pageSettings.nonce });
