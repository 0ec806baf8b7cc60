import { Platform1763800000000 } from './1763800000000-platform.js';
import { Jobs1763800050000 } from './1763800050000-jobs.js';
import { Identity1763800100000 } from './1763800100000-identity.js';
import { Audit1763800200000 } from './1763800200000-audit.js';
import { Vault1763800300000 } from './1763800300000-vault.js';
import { Cases1763800400000 } from './1763800400000-cases.js';

/** The one history of the one database, oldest first. */
export const migrations = [
  Platform1763800000000,
  Jobs1763800050000,
  Identity1763800100000,
  Audit1763800200000,
  Vault1763800300000,
  Cases1763800400000,
];
