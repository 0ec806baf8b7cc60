import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { Reveal } from '../../ui/reveal';
import { Sealed } from '../../ui/sealed';
import { RevealIdentityDocument, type RevealIdentityMutation } from './case-file.documents';
import { REVEAL_PURPOSES } from './codes';
import type { OpenedCase } from './opened-case';

/** Who the family is, while it is open on the screen. */
export type Identity = Extract<
  RevealIdentityMutation['revealIdentity'],
  { readonly __typename: 'IdentityRevealed' }
>;

/** Names and addresses behind a purpose and a clock; whoever holds no key sees who does. */
export function IdentityReveal({
  file,
  what,
  children,
}: {
  readonly file: OpenedCase;
  readonly what: string;
  readonly children: (identity: Identity) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { run } = useAct(RevealIdentityDocument, { isSealed: true });
  const keyHolders = file.holders
    .filter(({ tier, isLocked }) => tier === 'T0' && !isLocked)
    .flatMap(({ person }) => (person === null ? [] : [person.displayName]))
    .join(', ');
  const who =
    keyHolders === ''
      ? t('cases:sealed.nobody')
      : t('cases:sealed.holders', { people: keyHolders });
  if (!file.mayRevealIdentity) return <Sealed what={what} who={who} />;
  return (
    <Reveal
      what={what}
      purposes={REVEAL_PURPOSES.map((value) => ({ value, label: t(`cases:revealFor.${value}`) }))}
      open={(purpose) => run({ input: { caseId: file.id, purpose } })}
    >
      {children}
    </Reveal>
  );
}

/** A part of the story that my keys do not open. */
export function SealedStory({
  file,
  what,
}: {
  readonly file: OpenedCase;
  readonly what: string;
}): ReactNode {
  const { t } = useTranslation();
  const people = file.holders
    .filter(({ isLocked }) => !isLocked)
    .flatMap(({ person }) => (person === null ? [] : [person.displayName]));
  const names = [...new Set(people)].join(', ');
  return (
    <p>
      <Sealed
        what={what}
        who={names === '' ? t('cases:sealed.nobody') : t('cases:sealed.holders', { people: names })}
      />
    </p>
  );
}
