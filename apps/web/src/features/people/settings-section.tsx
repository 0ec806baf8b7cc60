import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Reading } from '../../api/use-read';
import { Failed, Waiting } from '../../ui/states';

/** One table of the rules, with its states. */
export function SettingsSection<Data>({
  id,
  title,
  about,
  reading,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly reading: Reading<Data>;
  readonly children: (data: Data) => ReactNode;
}): ReactNode {
  const { data, failure, refresh } = reading;
  return (
    <section aria-labelledby={id} className="captionless">
      <Title order={2} size="h5" id={id}>
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
      {failure !== null && <Failed failure={failure} retry={refresh} />}
      {data === null ? failure === null && <Waiting rows={4} /> : children(data)}
    </section>
  );
}
