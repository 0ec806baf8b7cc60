import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page that is no list: its name, its main acts, its content. */
export function PageFrame({
  title,
  acts,
  children,
}: {
  readonly title: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="page-frame">
      <Group justify="space-between" mb="md">
        <Title order={1} size="h3">
          {title}
        </Title>
        {acts}
      </Group>
      {children}
    </div>
  );
}
