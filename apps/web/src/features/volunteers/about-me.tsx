import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { useMe, useSession } from '../../session/session';
import { toast } from '../../ui/toast';
import { RECHECK_REASONS } from './codes';
import { ConfirmAct } from './confirm-act';
import { ReportAboutMeDocument, ResignDocument } from './mine.documents';
import type { Mine } from './my-time-page-types';
import { ReasonAct } from './reason-act';

const WORKING: readonly string[] = ['PROBATION', 'ACTIVE'];

/** What I say about myself that changes how I stand: something happened, or I stop. */
export function AboutMe({
  mine,
  changed,
}: {
  readonly mine: Mine;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { signOut } = useSession();
  const reporting = useAct(ReportAboutMeDocument);
  const resigning = useAct(ResignDocument);
  if (!WORKING.includes(mine.state) && mine.state !== 'RECHECK_DUE') return null;
  return (
    <section aria-labelledby="about-me">
      <Title order={2} size="h5" id="about-me" mb={4}>
        {t('volunteers:me.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('volunteers:me.about')}
      </Text>
      <Group gap="sm">
        {WORKING.includes(mine.state) && (
          <ReasonAct
            name={t('volunteers:me.happened')}
            about={t('volunteers:me.happenedAbout')}
            reasons={RECHECK_REASONS}
            act={(reason) =>
              reporting.run({ input: { volunteerId: me.id, version: mine.version, reason } })
            }
            done={() => {
              toast(t('volunteers:me.told'));
              changed();
            }}
          />
        )}
        <ConfirmAct
          name={t('volunteers:me.resign')}
          about={t('volunteers:me.resignAbout')}
          act={() => resigning.run({})}
          done={() => void signOut()}
        />
      </Group>
    </section>
  );
}
