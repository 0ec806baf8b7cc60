import { Module } from '@nestjs/common';
import { FundAccess } from './application/fund-access.js';

/** Money that comes in: funds, grants, gifts, and what donors may do with them. */
@Module({ providers: [FundAccess], exports: [FundAccess] })
export class FundingModule {}
