import type { Locator, Page } from 'playwright-core';

/** The act of a dialog, and that the dialog is gone afterwards. @throws Error with what the desk said against it */
export async function confirm(dialog: Locator, name: string | RegExp): Promise<void> {
  await dialog.getByRole('button', { name }).click();
  const refusal = dialog.getByRole('alert');
  const isRefused = refusal.waitFor().then(async () => {
    throw new Error((await refusal.innerText()).replaceAll('\n', ' '));
  });
  await Promise.race([dialog.waitFor({ state: 'detached' }), isRefused]);
}

/** A file from the list of cases, at one of its tabs. */
export async function openCase(page: Page, codename: string, tab: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Codename' }).fill(codename);
  await page.locator('.row', { hasText: codename }).first().click();
  await page.getByRole('heading', { name: codename, exact: true }).waitFor();
  await page.getByRole('tab', { name: tab }).click();
}
