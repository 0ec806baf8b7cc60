import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/use-read';
import { presentLanguage } from '../i18n/i18n';
import { CountryCodesDocument, type CountryCodesQuery } from './country-codes.documents';

type Lists = Omit<CountryCodesQuery['countryCodes'], '__typename'>;
export type CodeList = keyof Lists;

/** A code and its word, as fields offer it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The codes of the organisation's country: what forms offer, and what pages call things by. */
export interface CountryCodes {
  /** A list as the country's pack has it; empty until it is there. */
  readonly entries: <List extends CodeList>(list: List) => Lists[List];
  readonly choices: (list: CodeList) => readonly Choice[];
  /** The word for a code; the code itself until it is there, and where the pack has none. */
  readonly wordOf: (list: CodeList, code: string) => string;
}

const Codes = createContext<CountryCodes>(codesOf(null));

/** Reads the codes once for all pages of a session; everything about a country comes from here. */
export function CountryCodesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  // The words change with the language of the page.
  useTranslation();
  const variables = { input: { language: presentLanguage() } };
  const found = useRead(CountryCodesDocument, variables).data?.countryCodes ?? null;
  const codes = useMemo(() => codesOf(found), [found]);
  return <Codes value={codes}>{children}</Codes>;
}

export const useCountryCodes = (): CountryCodes => useContext(Codes);

function codesOf(found: Lists | null): CountryCodes {
  const entries = <List extends CodeList>(list: List): Lists[List] => found?.[list] ?? [];
  return {
    entries,
    choices: (list) => entries(list).map(({ code, label }) => ({ value: code, label })),
    wordOf: (list, code) => entries(list).find((entry) => entry.code === code)?.label ?? code,
  };
}
