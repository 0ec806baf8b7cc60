import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Clock, IdGenerator } from '@kinward/kernel';

/** The wall clock, in UTC. */
@Injectable()
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** Random ids and bytes from the operating system. */
@Injectable()
export class SystemIdGenerator implements IdGenerator {
  next(): string {
    return randomUUID();
  }

  bytes(length: number): Buffer {
    return randomBytes(length);
  }
}
