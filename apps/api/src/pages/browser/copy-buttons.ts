import type { PageDocument, PageElement, PageSelection } from './dom-types.js';

declare const document: PageDocument;
declare const navigator: { readonly clipboard?: { writeText(text: string): Promise<void> } };
declare function getSelection(): PageSelection | null;

/** Copies the text; without a clipboard (plain HTTP off this machine) it selects it instead. */
async function copy(source: PageElement): Promise<'Copied' | 'Selected'> {
  try {
    if (!navigator.clipboard) throw new Error('no clipboard');
    await navigator.clipboard.writeText(source.textContent ?? '');
    return 'Copied';
  } catch {
    getSelection()?.selectAllChildren(source);
    return 'Selected';
  }
}

const status = document.getElementById('copied');
const sentences = {
  Copied: 'The passphrase is in the clipboard.',
  Selected: 'The passphrase is selected; copy it with Ctrl+C or ⌘C.',
};

async function copyAndTell(button: PageElement, source: PageElement): Promise<void> {
  const done = await copy(source);
  button.textContent = done;
  if (status) status.textContent = sentences[done];
  setTimeout(() => (button.textContent = 'Copy'), 2500);
}

for (const button of document.querySelectorAll('[data-copies]')) {
  const source = document.getElementById(button.dataset['copies'] ?? '');
  if (!source) continue;
  button.hidden = false;
  button.addEventListener('click', () => void copyAndTell(button, source));
}
