import { useEffect, useState, type ReactNode } from 'react';
import { Failed, Waiting } from '../door-states';
import { useWords } from '../words';
import { FamilyUpdates } from './family-updates';
import { Forget } from './forget';
import { GiftList } from './gift-list';
import { LinkForm } from './link-form';
import { MonthlyGifts } from './monthly-gifts';
import { SpendingView } from './spending-view';
import { storyLines } from './story-lines';
import { usePage, type GiftStory } from './use-page';
import { YearStatement } from './year-statement';

interface GiftPageProps {
  readonly token: string | null;
  readonly onOpen: (token: string) => void;
}

/** What my gift did. Its link is its key; nobody signs in. */
export function GiftPage({ token, onOpen }: GiftPageProps): ReactNode {
  const { t } = useWords();
  const [isForgotten, setForgotten] = useState(false);
  const title = t(isForgotten ? 'doors:forget.doneTitle' : 'doors:gift.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <h1>{title}</h1>
      {isForgotten && <p role="status">{t('doors:forget.done')}</p>}
      {!isForgotten && token === null && <LinkForm onOpen={onOpen} />}
      {!isForgotten && token !== null && (
        <OpenPage
          token={token}
          onOpen={onOpen}
          onForgotten={() => setForgotten(true)}
          key={token}
        />
      )}
    </>
  );
}

function OpenPage(props: {
  readonly token: string;
  readonly onOpen: (token: string) => void;
  readonly onForgotten: () => void;
}): ReactNode {
  const { token, onOpen, onForgotten } = props;
  const { state, again } = usePage(token);
  if (state === 'waiting') return <Waiting />;
  if (state === 'failed') return <Failed onAgain={() => void again()} />;
  if (state === 'unknown') return <LinkForm isUnknown onOpen={onOpen} />;
  return (
    <>
      <Story story={state} />
      <FamilyUpdates updates={state.page.updates} />
      <MonthlyGifts token={token} pledges={state.page.monthlyGifts} onChanged={again} />
      <GiftList token={token} gifts={state.page.gifts} onChanged={again} />
      <YearStatement token={token} gifts={state.page.gifts} />
      <Forget token={token} onForgotten={onForgotten} />
    </>
  );
}

function Story({ story }: { readonly story: GiftStory }): ReactNode {
  const { t, language } = useWords();
  const { page, spending } = story;
  return (
    <>
      <p className="lead" data-story>
        {storyLines({ t, language }, spending).join(' ')}
      </p>
      <p className="quiet">{t('doors:give.receivedBy', { name: page.organizationName })}</p>
      {spending.lines.length > 0 && <SpendingView spending={spending} />}
    </>
  );
}
