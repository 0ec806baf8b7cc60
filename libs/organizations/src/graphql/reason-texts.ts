import { defineReasonTexts } from '@kinward/platform';

type SettingReason = 'SETTING_AWAITS_SECOND' | 'SETTING_FIXED' | 'UNDO_IS_OVER';

defineReasonTexts<SettingReason>({
  SETTING_AWAITS_SECOND: 'Another change of this waits for a second person.',
  SETTING_FIXED: 'The rules of the country leave no choice here.',
  UNDO_IS_OVER: 'This can no longer be undone. Change it anew.',
});
