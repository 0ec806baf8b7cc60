import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sealed } from '../../ui/sealed';
import { Answers, type CardAnswer } from './answers';
import type { InboxRequest } from './inbox-row';
import type { OpenedCard } from './cards-ahead';

/** Parts of the form in the order in which a screener reads them. */
const PARTS = [
  'needs',
  'incidents',
  'prisoner',
  'household',
  'applicant',
  'location',
  'consent',
] as const;
/** Asked for, and always "yes" where something was kept. */
const IMPLIED = 'consent/given';

/** The left side: what the family says, in its own order of pressure. */
export function Claims({
  card,
  request,
  labelOf,
}: {
  readonly card: OpenedCard;
  readonly request: InboxRequest | null;
  readonly labelOf: (code: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby={`claims-${card.requestId}`}>
      <Title order={3} size="h6" id={`claims-${card.requestId}`}>
        {t('intake:claims.title')}
      </Title>
      {request?.score != null && (
        <Text size="xs" c="dimmed">
          {t('intake:claims.score', { score: request.score })}
        </Text>
      )}
      <Story story={card.story} members={card.members} labelOf={labelOf} />
    </section>
  );
}

/** The answers of a request by the parts of the form, and who lives in the household. */
export function Story({
  story,
  members,
  labelOf,
}: {
  readonly story: readonly CardAnswer[] | null;
  readonly members: OpenedCard['members'];
  readonly labelOf: (code: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  if (story === null) {
    return <Sealed what={t('intake:claims.sealed')} who={t('intake:claims.sealedWho')} />;
  }
  return (
    <>
      {PARTS.map((part) => {
        const answers = story.filter(({ path }) => path.startsWith(`${part}/`) && path !== IMPLIED);
        if (answers.length === 0) return null;
        return (
          <div key={part} className="card-part">
            <Title order={4} className="part-title">
              {t(`intake:part.${part}`)}
            </Title>
            <Answers answers={answers} labelOf={labelOf} />
          </div>
        );
      })}
      {members.length > 0 && <Members members={members} />}
    </>
  );
}

function Members({ members }: { readonly members: OpenedCard['members'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="card-part">
      <Title order={4} className="part-title">
        {t('intake:part.members')}
      </Title>
      <ul className="plain-list">
        {members.map(({ relation, sex, vulnerability }, place) => {
          const signs = [...(sex === null ? [] : [sex]), ...vulnerability];
          const words = signs.map((sign) => t(`intake:coded.${sign}`, { defaultValue: sign }));
          // Members have no id; their place in the form is what they are told apart by.
          return (
            <li key={place}>{[relation ?? t('intake:claims.somebody'), ...words].join(', ')}</li>
          );
        })}
      </ul>
    </div>
  );
}
