/** What the server hands to the explorer's script inside the page. */
export interface ExplorerSettings {
  readonly role: string | null;
  readonly nonce: string;
  readonly login: { readonly email: string; readonly passphrase: string } | null;
  readonly tabs: readonly { readonly query: string; readonly variables: string | null }[];
}
