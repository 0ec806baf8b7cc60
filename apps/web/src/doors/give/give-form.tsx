import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Problem } from '../door-states';
import { BeforePaying } from './before-paying';
import { ForWhom } from './for-whom';
import type { Options } from './options';
import { HowMuch } from './how-much';
import { useStart } from './use-start';
import { readWish, toPay, type Wish } from './wish';

interface GiveFormProps {
  readonly options: Options;
  readonly organization: string;
}

/** The fields keep what is chosen themselves, so that they serve before any script of ours has run. */
export function GiveForm({ options, organization }: GiveFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const fee = {
    perMille: BigInt(options.usualRatePerMille),
    fixedMinor: BigInt(options.feeFixed.minorUnits),
  };
  const { start, problem, isStarting } = useStart({ options, organization, fee });
  const read = (): void => {
    if (form.current !== null) setWish(readWish(form.current));
  };
  useEffect(read, []);
  return (
    <form
      ref={form}
      noValidate
      onChange={read}
      onSubmit={(event) => {
        event.preventDefault();
        void start(readWish(event.currentTarget));
      }}
    >
      <ForWhom options={options} wish={wish} />
      <HowMuch wish={wish} fee={fee} isWrong={problem?.field === 'amount'} />
      <BeforePaying
        options={options}
        payMinor={wish === null ? null : toPay(wish, fee)}
        isMonthly={wish?.isMonthly === true}
        isStarting={isStarting}
      />
      <Problem text={problem?.text ?? null} />
    </form>
  );
}
