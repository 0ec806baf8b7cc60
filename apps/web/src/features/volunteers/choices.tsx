import { Chip, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Codes of a list to be chosen by a tap each. */
export function Choices({
  title,
  about,
  codes,
  word,
  chosen,
  choose,
}: {
  readonly title: string;
  readonly about?: string;
  readonly codes: readonly string[];
  readonly word: (code: string) => string;
  readonly chosen: readonly string[];
  readonly choose: (codes: readonly string[]) => void;
}): ReactNode {
  return (
    <section>
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      {about !== undefined && (
        <Text size="sm" c="dimmed" mb="xs">
          {about}
        </Text>
      )}
      <Chip.Group multiple value={[...chosen]} onChange={choose}>
        <Group gap={8}>
          {codes.map((code) => (
            <Chip key={code} size="sm" value={code}>
              {word(code)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </section>
  );
}
