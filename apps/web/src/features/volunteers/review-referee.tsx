import { Button, Radio, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../ui/act-dialog';
import { ReviewRefereeDocument, type RefereeReviewOutcome } from './duties.documents';
import { useMay } from '../../ui/may';

const OUTCOMES = [
  'NOTHING_FOUND',
  'STANDING_WITHDRAWN',
] as const satisfies readonly RefereeReviewOutcome[];

/** What security found about somebody who vouched for a person that was exposed. */
export function ReviewReferee({
  reviewId,
  changed,
}: {
  readonly reviewId: string;
  readonly changed: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<RefereeReviewOutcome | null>(null);
  const reviewing = useAct(ReviewRefereeDocument);
  if (!may('recordRefereeReview')) return null;
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {t('volunteers:review.open')}
      </Button>
      <ActDialog
        title={t('volunteers:review.open')}
        about={t('volunteers:review.about')}
        confirm={t('volunteers:review.save')}
        isOpen={isOpen}
        close={() => setOpen(false)}
        isReady={outcome !== null}
        act={() => reviewing.run({ input: { reviewId, outcome: outcome ?? 'NOTHING_FOUND' } })}
        done={changed}
      >
        <Radio.Group
          label={t('volunteers:review.outcome')}
          value={outcome ?? ''}
          onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? null)}
        >
          <Stack gap="xs" mt="xs">
            {OUTCOMES.map((code) => (
              <Radio key={code} value={code} label={t(`volunteers:reviewOutcome.${code}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </ActDialog>
    </>
  );
}
