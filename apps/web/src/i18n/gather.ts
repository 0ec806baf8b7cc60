type Texts = Readonly<Record<string, unknown>>;

/** Texts by namespace: the folder that `locales` lies in (`features/needs/locales/en.json` → `needs`). */
export function gather(files: Readonly<Record<string, unknown>>): Readonly<Record<string, Texts>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.split('/').at(-3) ?? '', texts as Texts]),
  );
}
