import { Anchor, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountryCodes } from '../../codes/country-codes';
import { Facts } from '../../ui/facts';
import { useMay } from '../../ui/may';
import { formatDay } from '../../ui/time';
import { holdersOf } from './holders';
import { NextStepText } from './next-step-text';
import type { OpenedCase } from './opened-case';
import { lowestTrust } from './trust';

/** Codename, state, how far the way to the family can be trusted, the promise, and who can open it until when. */
export function CaseHead({ file }: { readonly file: OpenedCase }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const trust = lowestTrust(file.channels);
  const last = file.lastConfirmedContactDay;
  return (
    <header>
      <Title order={2} size="h4">
        {file.codename}
      </Title>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t(`cases:state.${file.state}`)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('cases:head.since', { day: formatDay(file.stateSince) })}
        </Text>
        <Text size="sm" c="dimmed">
          {wordOf('regions', file.region)}
        </Text>
      </Group>
      <FamilyWays caseId={file.id} />
      <Facts
        pairs={[
          [t('cases:head.nextStep'), <NextStepText step={file.nextStep} />],
          [
            t('cases:head.contact'),
            <>
              <span className="trust" data-trust={trust}>
                {trust === null ? t('cases:contact.noWay') : t(`cases:trust.${trust}`)}
              </span>
              {' · '}
              {last === null
                ? t('cases:head.neverReached')
                : t('cases:head.lastReached', { day: formatDay(last) })}
              {file.contactOverdue && (
                <span className="due" data-urgency="late">
                  {' '}
                  {t('cases:head.overdue', { count: file.contactRhythmDays })}
                </span>
              )}
            </>,
          ],
          [t('cases:head.caseworker'), file.assignee?.displayName ?? t('cases:head.nobody')],
          [t('cases:head.deputy'), file.deputy?.displayName ?? t('cases:head.nobody')],
          [t('cases:head.access'), <AccessLine file={file} />],
          [
            t('cases:head.verified'),
            file.evidenceClass === null
              ? file.verificationDueDay &&
                t('cases:head.verifyBy', { day: formatDay(file.verificationDueDay) })
              : t('cases:head.verifiedBy', {
                  evidence: t(`cases:evidence.${file.evidenceClass}`, {
                    defaultValue: file.evidenceClass,
                  }),
                  person: file.verifiedBy?.displayName ?? '–',
                }),
          ],
          [t('cases:head.retention'), file.retentionDueDay && formatDay(file.retentionDueDay)],
        ]}
      />
    </header>
  );
}

/** What the family says by itself: its mailbox, and complaints, of which nobody sees one about the own work. */
function FamilyWays({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Group gap="sm" className="family-ways">
      {may('mailboxes') && (
        <Anchor size="sm" component={Link} to={`/mailboxes-of/case/${caseId}`}>
          {t('cases:head.mailboxes')}
        </Anchor>
      )}
      {may('complaints') && (
        <Anchor size="sm" component={Link} to="/complaints">
          {t('cases:head.complaints')}
        </Anchor>
      )}
    </Group>
  );
}

function AccessLine({ file }: { readonly file: OpenedCase }): ReactNode {
  const { t } = useTranslation();
  const open = holdersOf(file).map(({ person, expiresOn, isLocked }) =>
    t(isLocked ? 'cases:head.lockedUntil' : 'cases:head.opensUntil', {
      person: person.displayName,
      day: formatDay(expiresOn),
    }),
  );
  const waiting = file.awaitingAccess.map(({ displayName }) =>
    t('cases:head.waits', { person: displayName }),
  );
  return (
    <>
      {open.length === 0 ? t('cases:sealed.nobody') : open.join('; ')}
      {waiting.length > 0 && (
        <span className="due" data-urgency="soon">
          {' '}
          {waiting.join('; ')}
        </span>
      )}
    </>
  );
}
