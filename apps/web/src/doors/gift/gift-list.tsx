import { useState, type ReactNode } from 'react';
import { formatMoneyIn, type MoneyValue } from '../../ui/format-money';
import { formatDay } from '../format-day';
import { groupName } from '../group-name';
import { useWords } from '../words';
import { FallbackChoice } from './fallback-choice';
import { FileButton } from './file-button';
import type { GiftStory } from './use-page';

type Gift = GiftStory['page']['gifts'][number];

interface GiftListProps {
  readonly token: string;
  readonly gifts: readonly Gift[];
  readonly onChanged: () => Promise<void>;
}

const FIRST = 5;

/** Each gift with its way, its receipt, and where its rest goes. */
export function GiftList({ token, gifts, onChanged }: GiftListProps): ReactNode {
  const { t } = useWords();
  const [isWhole, setWhole] = useState(false);
  if (gifts.length === 0) return null;
  return (
    <section>
      <h2>{t('doors:gift.gifts')}</h2>
      <ul className="plain">
        {gifts.slice(0, isWhole ? undefined : FIRST).map((gift) => (
          <li key={gift.id} className="card">
            <OneGift gift={gift} token={token} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      {gifts.length > FIRST && !isWhole && (
        <button type="button" onClick={() => setWhole(true)}>
          {t('doors:gift.earlier')}
        </button>
      )}
    </section>
  );
}

function OneGift({
  gift,
  token,
  onChanged,
}: Omit<GiftListProps, 'gifts'> & { readonly gift: Gift }): ReactNode {
  const { t, language } = useWords();
  const money = (value: MoneyValue): string => formatMoneyIn(language, value);
  const { id, state, purpose, parts, moves, receiptYear, receiptNumber } = gift;
  return (
    <>
      <h3>
        {money(gift.amount)} · {purpose}
      </h3>
      <p className="quiet">
        {formatDay(language, gift.startedOn)} · {t(`doors:giftState.${state}`)}
      </p>
      {parts.length > 0 && (
        <ol className="thread">
          {parts.map((part) => (
            <li key={`${part.status} ${part.group ?? ''}`} className={part.status.toLowerCase()}>
              {money(part.amount)} {t(`doors:part.${part.status}`)}
              {part.group !== null && `: ${groupName(t, part.group, part.label)}`}
            </li>
          ))}
        </ol>
      )}
      {moves.map((move) => (
        <p key={`${move.movedOn} ${move.purpose}`}>
          {t(`doors:move.${move.reason}`, { amount: money(move.amount), purpose: move.purpose })}
        </p>
      ))}
      {gift.isForOneNeed && ['PENDING', 'SUCCEEDED'].includes(state) && (
        <FallbackChoice token={token} giftId={id} fallback={gift.fallback} onChanged={onChanged} />
      )}
      {receiptYear !== null && receiptNumber !== null && (
        <FileButton
          path="/files/receipt"
          body={{ token, giftId: id }}
          name={`receipt-${String(receiptYear)}-${String(receiptNumber).padStart(6, '0')}.pdf`}
        >
          {t('doors:gift.receipt', {
            number: `${String(receiptYear)}-${String(receiptNumber).padStart(6, '0')}`,
          })}
        </FileButton>
      )}
    </>
  );
}
