/** What volunteers can do (libs/volunteers, volunteer-codes). */
export const SKILLS = [
  ...([
    'DRIVING',
    'PARCELS',
    'LETTERS',
    'TRANSLATION',
    'INTERPRETING',
    'MENTORING',
    'HOSTING',
  ] as const),
  ...([
    'CHILDCARE',
    'LAW',
    'MEDICINE',
    'PSYCHOLOGY',
    'DIGITAL_SECURITY',
    'HOTLINE',
    'SOCIAL_WORK',
  ] as const),
] as const;
export const TALKS = ['be', 'ru', 'pl', 'lt', 'lv', 'uk', 'en', 'de', 'ka'] as const;

export const DECLINE_REASONS = [
  'NO_REFERENCES',
  'NOT_SUITABLE',
  'NO_CAPACITY',
  'SECURITY_DOUBT',
  'NO_ANSWER',
] as const;
export const SUSPEND_REASONS = [
  'ALARM',
  'COMPLAINT',
  'ACCOUNT_DOUBT',
  'DEVICE_LOST',
  'OWN_WISH',
] as const;
export const REVOKE_REASONS = ['EXPOSED', 'MISCONDUCT', 'RECHECK_FAILED', 'UNREACHABLE'] as const;
export const RECHECK_REASONS = [
  'TRAVEL',
  'CONTACTED_BY_STATE',
  'DETAINED',
  'RELATIVE_UNDER_PRESSURE',
] as const;

export const TRAINING = ['DO_NO_HARM', 'DATA_PROTECTION', 'SAFEGUARDING'] as const;
export const INTERVIEW_ANSWERS = ['FOR', 'UNSURE', 'AGAINST'] as const;
export const REFERENCE_ANSWERS = ['VOUCHES', 'KNOWS_TOO_LITTLE', 'ADVISES_AGAINST'] as const;

/** On the way in, before there is an account. */
export const APPLICATION_STATES = [
  'APPLIED',
  'SCREENING',
  'REFERENCES',
  'INTERVIEW',
  'SECURITY_REVIEW',
  'TRAINING',
] as const;
