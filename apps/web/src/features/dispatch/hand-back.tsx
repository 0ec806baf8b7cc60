import { Button, Radio, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { toast } from '../../ui/toast';
import { HandBackTaskDocument } from './mine.documents';
import type { OwnTask } from './my-tasks-page-types';
import { HAND_BACK_REASONS } from './states';

/** Gives a task up, with a reason from the list; it goes to the others at once. */
export function HandBack({ task }: { readonly task: OwnTask }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [reasonCode, setReason] = useState('');
  const handing = useAct(HandBackTaskDocument);
  const { id: taskId, version } = task;
  return (
    <>
      <Button variant="default" size="md" fullWidth onClick={() => setOpen(true)}>
        {t('dispatch:handBack.open')}
      </Button>
      <ActDialog
        title={t('dispatch:handBack.title')}
        about={t('dispatch:handBack.about')}
        confirm={t('dispatch:handBack.confirm')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={reasonCode !== ''}
        act={() => handing.run({ input: { taskId, version, reasonCode } })}
        done={() => {
          toast(t('dispatch:handBack.done'));
          void navigate('/my-tasks');
        }}
      >
        <Radio.Group label={t('dispatch:handBack.reason')} value={reasonCode} onChange={setReason}>
          <Stack gap="xs" mt="xs">
            {HAND_BACK_REASONS.map((code) => (
              <Radio
                key={code}
                size="md"
                value={code}
                label={t(`dispatch:handBackReason.${code}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </ActDialog>
    </>
  );
}
