import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryCodes } from '../../codes/country-codes';
import { ActDialog } from '../../ui/act-dialog';
import { CodeSelect } from './code-select';
import { GiveConsentDocument } from './consent.documents';
import { useToday } from './days';
import { NoteArea } from './note-area';
import { useCaseAct, type ActProps } from './opened-case';
import { PartnerSelect } from './partner-select';

/** What the family allowed for one purpose, in the words that were used. */
export function GiveConsent({ file, changed, close }: ActProps): ReactNode {
  const { t } = useTranslation();
  const today = useToday();
  const send = useCaseAct(GiveConsentDocument, file);
  const live = file.consents.filter(({ isLive }) => isLive).map(({ purpose }) => purpose);
  const codes = useCountryCodes();
  const purposes = codes.entries('consentPurposes');
  const [chosen, setPurpose] = useState<string | null>(null);
  const next = purposes.find(({ code }) => !live.includes(code)) ?? purposes[0];
  const purpose = chosen ?? next?.code ?? '';
  const [givenOn, setGivenOn] = useState(today);
  const [wording, setWording] = useState('');
  const [partnerId, setPartnerId] = useState('');
  const asksPartner = purposes.some(({ code, namesPartner }) => code === purpose && namesPartner);
  return (
    <ActDialog
      title={t('cases:consent.title')}
      about={t('cases:consent.about')}
      confirm={t('cases:consent.confirm')}
      isOpen
      close={close}
      isReady={wording.trim() !== '' && givenOn !== '' && (!asksPartner || partnerId !== '')}
      act={() => send({ purpose, givenOn, wording, ...(asksPartner ? { partnerId } : {}) })}
      done={changed}
    >
      <CodeSelect
        label={t('cases:consent.purpose')}
        codes={purposes.map(({ code }) => code)}
        wordOf={(code) => codes.wordOf('consentPurposes', code)}
        value={purpose}
        change={setPurpose}
      />
      {asksPartner && <PartnerSelect value={partnerId} change={setPartnerId} />}
      <TextInput
        type="date"
        label={t('cases:consent.givenOn')}
        value={givenOn}
        max={today}
        onChange={(event) => setGivenOn(event.currentTarget.value)}
      />
      <NoteArea label={t('cases:consent.wording')} value={wording} change={setWording} />
    </ActDialog>
  );
}
