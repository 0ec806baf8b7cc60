import { useCallback, useEffect, useState } from 'react';
import { ask, NoAnswer } from '../ask';
import { useWords } from '../words';
import { MyPageDocument, type MyPageQuery } from './gift.documents';

type Found<T, N> = Extract<T, { readonly __typename: N }>;

/** Everything the private page shows. */
export interface GiftStory {
  readonly page: Found<MyPageQuery['myGifts'], 'MyGiftsPage'>;
  readonly spending: Found<MyPageQuery['mySpending'], 'MySpending'>;
}

/** What is known of a private link. */
export type PageState = GiftStory | 'waiting' | 'failed' | 'unknown';

/** Reads a private page. @throws NoAnswer */
export async function readPage(
  token: string,
  locale: string | null = null,
): Promise<GiftStory | 'unknown'> {
  const variables = { page: { token, locale }, spending: { token, year: null } };
  const { myGifts, mySpending } = await ask(MyPageDocument, variables);
  const isThere = myGifts.__typename === 'MyGiftsPage' && mySpending.__typename === 'MySpending';
  return isThere ? { page: myGifts, spending: mySpending } : 'unknown';
}

const EVERY_MS = 2_000;
/** How often it is read after something was done: what the payment provider makes of it comes a little later. */
const LOOKS = 10;

/** Reads a private page, and again when told to; what was read before stays meanwhile. */
export function usePage(token: string) {
  const { language } = useWords();
  const [state, setState] = useState<PageState>('waiting');
  const [asked, setAsked] = useState(0);
  const look = useCallback(async (): Promise<void> => {
    try {
      setState(await readPage(token, language));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      setState((before) => (typeof before === 'object' ? before : 'failed'));
    }
  }, [token, language]);
  useEffect(() => {
    let looks = 1;
    void look();
    const timer = setInterval(() => {
      looks += 1;
      if (looks > LOOKS) clearInterval(timer);
      else void look();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [look, asked]);
  const again = useCallback(async (): Promise<void> => {
    await look();
    setAsked((count) => count + 1);
  }, [look]);
  return { state, again };
}
