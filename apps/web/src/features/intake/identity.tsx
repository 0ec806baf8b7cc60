import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Title } from '@mantine/core';
import { useAct } from '../../api/use-act';
import { Reveal } from '../../ui/reveal';
import { Answers } from './answers';
import { OpenIntakeCardDocument } from './card.documents';
import { CARD_PURPOSES } from './decisions';

/** Who it is: closed until somebody says what for, then for as long as the clock runs. */
export function Identity({
  requestId,
  labelOf,
}: {
  readonly requestId: string;
  readonly labelOf: (code: string) => string;
}): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct(OpenIntakeCardDocument, { isSealed: true });
  return (
    <section aria-labelledby={`identity-${requestId}`}>
      <Title order={3} size="h6" id={`identity-${requestId}`}>
        {t('intake:identity.title')}
      </Title>
      <Reveal
        what={t('intake:identity.what')}
        who={t('intake:identity.who')}
        purposes={CARD_PURPOSES.map((value) => ({ value, label: t(`intake:purpose.${value}`) }))}
        open={(identityPurpose) => run({ input: { requestId, identityPurpose } })}
      >
        {({ identity, members }) => (
          <>
            <Answers answers={identity ?? []} labelOf={labelOf} />
            <ul className="plain-list">
              {members.map(({ fullName, birthYear, relation }, place) => (
                <li key={place}>
                  {[fullName, relation, birthYear].filter((part) => part !== null).join(', ')}
                </li>
              ))}
            </ul>
          </>
        )}
      </Reveal>
    </section>
  );
}
