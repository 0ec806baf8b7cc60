import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { ActButton } from '../../ui/act-button';
import { Sealed } from '../../ui/sealed';
import { Empty } from '../../ui/states';
import { formatDay } from '../../ui/time';
import { toast } from '../../ui/toast';
import { GiveConsent } from './consent-acts';
import { WithdrawConsentDocument } from './consent.documents';
import { useMay } from '../../ui/may';
import { useCaseAct, type CaseProps, type OpenedCase } from './opened-case';

type Consent = OpenedCase['consents'][number];

/** What the family allows, for what, until when; taken back at once and without a why. */
export function ConsentsTab({ file, changed }: CaseProps): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [isGiving, setGiving] = useState(false);
  const withdraw = useCaseAct(WithdrawConsentDocument, file);
  const sorted = file.consents.toSorted(
    (one, other) =>
      Number(other.isLive) - Number(one.isLive) || other.givenOn.localeCompare(one.givenOn),
  );
  return (
    <Stack gap="md">
      {sorted.length === 0 && (
        <Empty title={t('cases:consent.none')}>{t('cases:consent.noneAbout')}</Empty>
      )}
      <ul className="plain-list">
        {sorted.map((consent) => (
          <li key={consent.id}>
            <Group justify="space-between" align="start" wrap="nowrap">
              <OneConsent consent={consent} />
              {consent.isLive && may('withdrawConsent') && (
                <ActButton
                  size="xs"
                  variant="default"
                  act={() => withdraw({ purpose: consent.purpose })}
                  done={() => {
                    toast(t('cases:consent.withdrawn', { codename: file.codename }));
                    changed();
                  }}
                >
                  {t('cases:consent.withdraw')}
                </ActButton>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {may('giveConsent') && file.story !== null && (
        <div>
          <Button size="xs" onClick={() => setGiving(true)}>
            {t('cases:consent.title')}
          </Button>
        </div>
      )}
      {isGiving && <GiveConsent file={file} changed={changed} close={() => setGiving(false)} />}
    </Stack>
  );
}

function OneConsent({ consent }: { readonly consent: Consent }): ReactNode {
  const { t } = useTranslation();
  const { wordOf } = useCountryCodes();
  const { purpose, isLive, givenOn, lapsesOn, withdrawnOn, wording } = consent;
  const since = { given: formatDay(givenOn), lapses: formatDay(lapsesOn) };
  return (
    <div>
      <Text size="sm" fw={600}>
        {wordOf('consentPurposes', purpose)}
      </Text>
      <Text size="sm" className={isLive ? undefined : 'quiet'}>
        {withdrawnOn !== null
          ? t('cases:consent.withdrawnOn', { day: formatDay(withdrawnOn) })
          : t(isLive ? 'cases:consent.live' : 'cases:consent.lapsed', since)}
      </Text>
      <Text size="sm" component="div" className="written">
        {wording ?? <Sealed what={t('cases:consent.wordingSealed')} />}
      </Text>
    </div>
  );
}
