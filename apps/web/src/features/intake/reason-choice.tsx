import { Radio, Stack } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';

/** Reasons by number: a digit chooses, so does an arrow. */
export function ReasonChoice<Code extends string>({
  label,
  reasons,
  textOf,
  chosen,
  choose,
}: {
  readonly label: string;
  readonly reasons: readonly Code[];
  readonly textOf: (code: Code) => string;
  readonly chosen: Code | null;
  readonly choose: (code: Code) => void;
}): ReactNode {
  const pick = (value: string): void => {
    const code = reasons.find((each) => each === value);
    if (code !== undefined) choose(code);
  };
  const press = (event: KeyboardEvent): void => {
    const code = reasons[Number(event.key) - 1];
    if (code === undefined) return;
    event.preventDefault();
    choose(code);
  };
  return (
    <Radio.Group label={label} value={chosen} onChange={pick} onKeyDown={press}>
      <Stack gap={6} mt={4}>
        {reasons.map((code, place) => (
          <Radio
            key={code}
            size="sm"
            value={code}
            data-autofocus={place === 0 ? true : undefined}
            label={
              <>
                <kbd>{place + 1}</kbd> {textOf(code)}
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
