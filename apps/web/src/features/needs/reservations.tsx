import { Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActButton } from '../../ui/act-button';
import { useMay } from '../../ui/may';
import { Money } from '../../ui/money';
import { ReleaseReservationDocument } from './need.documents';
import type { OpenedNeed } from './opened-need';

/** Money that is, or was, set aside for the need; what nobody has drawn on can go back to its fund. */
export function Reservations({
  need,
  changed,
}: {
  readonly need: OpenedNeed;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  if (need.reservations.length === 0) return null;
  return (
    <section aria-labelledby="reservations">
      <Title order={3} size="h6" id="reservations">
        {t('needs:reserved.title')}
      </Title>
      <ul className="reservations">
        {need.reservations.map((reservation) => (
          <li key={reservation.id}>
            <span className="grow">
              {reservation.fundCode} · {reservation.fundName}{' '}
              <span className="quiet">{t(`needs:reserved.${reservation.state}`)}</span>
            </span>
            <Money value={reservation.setAside} />
            {reservation.state === 'ACTIVE' && (
              <GiveBack reservationId={reservation.id} changed={changed} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function GiveBack({
  reservationId,
  changed,
}: {
  readonly reservationId: string;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const releasing = useAct(ReleaseReservationDocument);
  const [commandKey, setCommandKey] = useState(() => crypto.randomUUID());
  if (!may('releaseReservation')) return null;
  return (
    <ActButton
      size="compact-xs"
      variant="subtle"
      act={async () => {
        const answer = await releasing.run({ input: { commandKey, reservationId } });
        if (answer.kind !== 'FAILED') setCommandKey(crypto.randomUUID());
        return answer;
      }}
      done={changed}
    >
      {t('needs:reserved.giveBack')}
    </ActButton>
  );
}
