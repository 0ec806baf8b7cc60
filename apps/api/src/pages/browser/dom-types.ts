/**
 * The few browser objects these scripts touch. Written out rather than taken from TypeScript's DOM
 * library, because loading that library would make `window` and its hundreds of globals look valid
 * in all the server's code as well.
 */
export interface PageElement {
  textContent: string | null;
  hidden: boolean;
  disabled: boolean;
  open: boolean;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  contains(other: unknown): boolean;
  focus(): void;
}

export interface PageEvent {
  readonly key?: string;
  readonly target: unknown;
}

export interface PageDocument {
  getElementById(id: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
}

export interface PageSelection {
  selectAllChildren(element: PageElement): void;
}

/** The part of `sessionStorage` that is used. */
export interface KeyValueStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
