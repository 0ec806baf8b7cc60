import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sealed } from '../../ui/sealed';
import { formatDay } from '../../ui/time';
import { AddChannel, AgreeRhythm, ChangeTrust } from './contact-acts';
import { IdentityReveal } from './identity-reveal';
import { useMay } from '../../ui/may';
import type { CaseProps } from './opened-case';

/** How the family is reached, how far each way can be trusted, and every try. */
export function ContactTab({ file, changed }: CaseProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<'CHANNEL' | 'TRUST' | 'RHYTHM' | null>(null);
  const props = { file, changed, close: () => setOpen(null) };
  const holdsStory = file.story !== null;
  const numberOf = (id: string): number => file.channels.findIndex((each) => each.id === id) + 1;
  return (
    <Stack gap="lg">
      <section aria-labelledby="channels">
        <Title order={3} size="h6" id="channels" mb={4}>
          {t('cases:contact.ways')}
        </Title>
        {file.channels.length === 0 && <Text size="sm">{t('cases:contact.noWay')}</Text>}
        <ul className="plain-list">
          {file.channels.map(({ id, trust }, place) => (
            <li key={id}>
              <span data-trust={trust} className="trust">
                {t('cases:contact.numbered', {
                  number: place + 1,
                  trust: t(`cases:trust.${trust}`),
                })}
              </span>
              <div className="quiet">{t(`cases:trustAbout.${trust}`)}</div>
            </li>
          ))}
        </ul>
        {file.channels.length > 0 && (
          <IdentityReveal file={file} what={t('cases:contact.values')}>
            {({ channels }) => (
              <ul className="plain-list">
                {channels.map(({ id, kind, value, quietRules }) => (
                  <li key={id}>
                    {numberOf(id)} · {t(`cases:channelKind.${kind}`, { defaultValue: kind })}:{' '}
                    <strong>{value}</strong>
                    {quietRules !== null && <div>{quietRules}</div>}
                  </li>
                ))}
              </ul>
            )}
          </IdentityReveal>
        )}
        <Group gap="xs" mt="sm">
          {may('recordContactChannel') && holdsStory && (
            <Button size="xs" variant="default" onClick={() => setOpen('CHANNEL')}>
              {t('cases:channel.title')}
            </Button>
          )}
          {may('changeChannelTrust') && file.channels.length > 0 && (
            <Button size="xs" variant="default" onClick={() => setOpen('TRUST')}>
              {t('cases:changeTrust.title')}
            </Button>
          )}
          {may('agreeContactRhythm') && holdsStory && (
            <Button size="xs" variant="default" onClick={() => setOpen('RHYTHM')}>
              {t('cases:rhythm.title')}
            </Button>
          )}
        </Group>
      </section>
      <section aria-labelledby="attempts">
        <Title order={3} size="h6" id="attempts" mb={4}>
          {t('cases:contact.attempts')}
        </Title>
        {file.attempts.length === 0 && <Text size="sm">{t('cases:contact.noAttempts')}</Text>}
        <ol className="plain-list">
          {file.attempts.map(({ id, madeOn, outcome, note, madeBy }) => (
            <li key={id}>
              <span className="quiet">{formatDay(madeOn)}</span>{' '}
              {t(`cases:outcome.${outcome}`, { defaultValue: outcome })}{' '}
              <span className="quiet">{madeBy?.displayName}</span>
              <div className="written">
                {file.story === null ? <Sealed what={t('cases:note.sealed')} /> : note}
              </div>
            </li>
          ))}
        </ol>
      </section>
      {open === 'CHANNEL' && <AddChannel {...props} />}
      {open === 'TRUST' && <ChangeTrust {...props} />}
      {open === 'RHYTHM' && <AgreeRhythm {...props} />}
    </Stack>
  );
}
