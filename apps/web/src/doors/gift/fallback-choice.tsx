import type { ReactNode } from 'react';
import { Problem } from '../door-states';
import { useWords } from '../words';
import { ChooseFallbackDocument } from './gift.documents';
import { useWish } from './use-wish';

interface FallbackChoiceProps {
  readonly token: string;
  readonly giftId: string;
  readonly fallback: string;
  readonly onChanged: () => Promise<void>;
}

const FALLBACKS = ['SAME_KIND', 'FREE_FUND'] as const;

/** Where a gift for one need goes when that need has found its money. */
export function FallbackChoice({
  token,
  giftId,
  fallback,
  onChanged,
}: FallbackChoiceProps): ReactNode {
  const { t } = useWords();
  const { send, isSending, problem } = useWish('chooseFallback', ChooseFallbackDocument);
  const choose = async (wanted: string): Promise<void> => {
    const input = { token, giftId, pledgeId: null, fallback: wanted };
    if ((await send(input, 'DonorWishNoted')) !== null) await onChanged();
  };
  return (
    <>
      <label className="wide">
        {t('doors:give.ifFull')}
        <select
          value={fallback}
          disabled={isSending}
          onChange={({ target }) => void choose(target.value)}
        >
          {FALLBACKS.map((each) => (
            <option key={each} value={each}>
              {t(`doors:fallback.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <Problem text={problem} />
    </>
  );
}
