import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '@kinward/platform';

const LOOPBACK = 'localhost';

/**
 * For which site passkeys are made and from which pages they are taken. Browsers bind them to a name, never to a
 * number: without `KINWARD_PUBLIC_URL` that is `localhost` at any port.
 */
@Injectable()
export class PasskeyRealm {
  private readonly publicUrl: URL | null;

  /** What the device shows beside the passkey; neutral, like the pages. */
  readonly name: string;

  constructor(@Inject(APP_CONFIG) config: Pick<AppConfig, 'publicUrl' | 'pageName'>) {
    this.publicUrl = config.publicUrl == null ? null : new URL(config.publicUrl);
    this.name = config.pageName ?? 'Desk';
  }

  /** The site's name; null where the desk is reached by a number. */
  get site(): string | null {
    const host = this.publicUrl?.hostname ?? LOOPBACK;
    return /^[\d.]+$|^\[/.test(host) ? null : host;
  }

  /** Whether a page of this origin may use them. */
  takes(origin: string): boolean {
    if (this.publicUrl !== null) return origin === this.publicUrl.origin;
    return URL.canParse(origin) && new URL(origin).hostname === LOOPBACK;
  }
}
