import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { formatMoney, readAmount } from '../../ui/money';
import { formatDay } from '../../ui/time';
import { kindOf } from './form-paths';
import { languageName } from '../../ui/names';

export interface CardAnswer {
  readonly path: string;
  readonly text: string;
  readonly isUnread?: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** What a code of the form looks like; whatever else somebody wrote is never looked up. */
const CODE = /^\w{1,40}$/;

/** One answer in the words of this page; a text that is no known code stays as it came. */
export function AnswerText({
  path,
  text,
  labelOf,
}: {
  readonly path: string;
  readonly text: string;
  readonly labelOf: (code: string) => string;
}): ReactNode {
  switch (kindOf(path)) {
    case 'DATE':
      return DAY.test(text) ? formatDay(text) : text;
    case 'CODED':
      return text.split(' ').map(wordOf).join(', ');
    case 'REGION':
      return <RegionName code={text} />;
    case 'NEEDS':
      return text.split(' ').map(labelOf).join(', ');
    case 'AMOUNT': {
      const minorUnits = readAmount(text);
      return minorUnits === null ? text : formatMoney({ minorUnits, currency: 'EUR' });
    }
    case 'LANGUAGE':
      return languageName(text);
    case 'TEXT':
      return text;
  }
}

/** A region class in words, or the code where it has none here. */
export function RegionName({ code }: { readonly code: string }): ReactNode {
  return useCountryCodes().wordOf('regions', code);
}

function wordOf(code: string): string {
  const key = `intake:coded.${code}`;
  return CODE.test(code) && i18next.exists(key) ? i18next.t(key) : code;
}

/** Answers below each other, each with its question. */
export function Answers({
  answers,
  labelOf,
}: {
  readonly answers: readonly CardAnswer[];
  readonly labelOf: (code: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <dl className="facts answers">
      {answers.map(({ path, text, isUnread = false }) => (
        <div key={path}>
          <dt>{t(`intake:path.${path}`)}</dt>
          <dd>
            <AnswerText path={path} text={text} labelOf={labelOf} />
            {isUnread && <span className="at-fault"> {t('intake:card.unread')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
