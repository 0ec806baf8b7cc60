import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { ChangeVolunteerCountryDocument, type VettingState } from './volunteers.documents';
import type { Volunteer } from './volunteers-page-types';
import { countryName } from '../../ui/names';

/** Countries whose clock the desk offers first; another one is typed as its code. */
const COUNTRIES = ['PL', 'LT', 'LV', 'EE', 'GE', 'UA', 'DE', 'CZ', 'GB', 'NL', 'FR', 'US'] as const;

/** A volunteer has moved; nobody helps from inside. */
export function ChangeCountry({
  volunteer,
  done,
}: {
  readonly volunteer: Volunteer;
  readonly done: (change: {
    readonly state: VettingState;
    readonly awaitsSignatures: boolean;
  }) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [country, setCountry] = useState<string | null>(volunteer.country);
  const [timeZone, setZone] = useState<string | null>(null);
  const moving = useAct(ChangeVolunteerCountryDocument);
  const { id: volunteerId, version } = volunteer;
  const choices = [...new Set<string>([volunteer.country, ...COUNTRIES])];
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setOpen(true)}>
        {t('volunteers:move.open')}
      </Button>
      <ActDialog
        title={t('volunteers:move.open')}
        about={t('volunteers:move.about')}
        confirm={t('volunteers:move.save')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={country !== null && timeZone !== null}
        act={() =>
          moving.run({
            input: { volunteerId, version, country: country ?? '', timeZone: timeZone ?? '' },
          })
        }
        done={done}
      >
        <Select
          label={t('volunteers:country')}
          searchable
          value={country}
          onChange={setCountry}
          data={choices.map((value) => ({ value, label: countryName(value) }))}
        />
        <Select
          label={t('volunteers:zone')}
          searchable
          limit={30}
          value={timeZone}
          onChange={setZone}
          data={Intl.supportedValuesOf('timeZone')}
        />
      </ActDialog>
    </>
  );
}
