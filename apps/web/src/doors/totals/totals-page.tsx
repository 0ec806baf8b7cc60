import { useEffect, useState, type ReactNode } from 'react';
import { formatMoneyIn } from '../../ui/format-money';
import { ask, NoAnswer } from '../ask';
import type { DoorSettings } from '../door-settings';
import { Failed, Waiting } from '../door-states';
import { formatMonth } from '../format-day';
import { groupName } from '../group-name';
import { useWords } from '../words';
import type { Totals, OneMonth } from './totals';
import { PublicTotalsDocument } from './totals.documents';

/** What help came to, month by month: the numbers that two people have published, for everybody. */
export function TotalsPage({ settings }: { readonly settings: DoorSettings }): ReactNode {
  const { organization, totals: drawn = null } = settings;
  const { t, language } = useWords();
  const [totals, setTotals] = useState<Totals | 'failed' | null>(drawn);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const isKnown = drawn !== null && turn === 0 && language === settings.language;
    if (organization === null || isKnown) return undefined;
    let isOpen = true;
    ask(PublicTotalsDocument, { input: { organization, locale: language } }).then(
      ({ publicTotals }) => isOpen && setTotals(publicTotals),
      (error: unknown) => {
        if (!(error instanceof NoAnswer)) throw error;
        if (isOpen) setTotals('failed');
      },
    );
    return () => {
      isOpen = false;
    };
  }, [organization, language, turn, drawn, settings.language]);
  useEffect(() => {
    document.title = t('doors:totals.title');
  }, [t]);
  const isRead = totals !== null && totals !== 'failed';
  return (
    <>
      <h1>{t('doors:totals.title')}</h1>
      {isRead && <p className="quiet">{totals.organizationName}</p>}
      <p>{t('doors:totals.about')}</p>
      {organization !== null && totals === null && <Waiting />}
      {totals === 'failed' && <Failed onAgain={() => setTurn(turn + 1)} />}
      {(organization === null || (isRead && totals.months.length === 0)) && (
        <p className="note">{t('doors:totals.none')}</p>
      )}
      {isRead && totals.months.map((month) => <Month key={month.month} month={month} />)}
      {isRead && totals.months.length > 0 && (
        <p>
          <a className="button" href={`/totals.csv?lang=${language}`} download="totals.csv">
            {t('doors:totals.save')}
          </a>
        </p>
      )}
      <h2>{t('doors:totals.howTitle')}</h2>
      <ul className="notices">
        {['late', 'small', 'rounded', 'hidden', 'fixed'].map((how) => (
          <li key={how}>{t(`doors:totals.how.${how}`)}</li>
        ))}
      </ul>
      <p className="quiet">
        <a href="/give">{t('doors:give.title')}</a>
      </p>
    </>
  );
}

function Month({ month: { month, lines } }: { readonly month: OneMonth }): ReactNode {
  const { t, language } = useWords();
  const name = formatMonth(language, month);
  const most = Math.max(1, ...lines.map(({ people }) => people));
  if (lines.length === 0) {
    return (
      <section>
        <h2 className="begins">{name}</h2>
        <p>{t('doors:totals.tooFew')}</p>
      </section>
    );
  }
  return (
    <section>
      <h2 className="begins">{name}</h2>
      <table className="totals">
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('doors:gift.kind')}</th>
            <th scope="col">{t('doors:totals.people')}</th>
            <th scope="col">{t('doors:totals.delivered')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ needGroup, needLabel, people, amount }) => (
            <tr key={needGroup}>
              <th scope="row">
                {groupName(t, needGroup, needLabel)}
                <PeopleBar share={people / most} />
              </th>
              <td>{people}</td>
              <td>{wholeEuros(formatMoneyIn(language, amount))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Sums are told in steps of five euros: cents would claim what nobody knows. */
function wholeEuros(money: string): string {
  return money.replace(/[.,]00$/, '');
}

const WIDTH = 100;

/** People of a kind beside those of the largest; the number stands in its column. */
function PeopleBar({ share }: { readonly share: number }): ReactNode {
  return (
    <svg
      className="people"
      viewBox={`0 0 ${String(WIDTH)} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={WIDTH * share} height="8" />
    </svg>
  );
}
