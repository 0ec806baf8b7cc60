import i18next from 'i18next';

/** Why something was opened, in words; a purpose that the page does not know yet as its code. */
export function purposeText(purpose: string): string {
  return i18next.exists(`disclosure:purpose.${purpose}`)
    ? i18next.t(`disclosure:purpose.${purpose}`)
    : purpose;
}
