import { useState, type ReactNode } from 'react';
import { askFile, NoAnswer } from '../ask';
import { Problem } from '../door-states';
import { useWords } from '../words';

interface FileButtonProps {
  readonly path: string;
  readonly body: object;
  /** What the file is called on the device. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Saves a file. The token goes in the body of the request: an address would lie in logs and histories. */
export function FileButton({ path, body, name, children }: FileButtonProps): ReactNode {
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setProblem(null);
    try {
      const file = await askFile(path, body);
      if (file === null) return setProblem(t('doors:gift.noFile'));
      const address = URL.createObjectURL(file);
      Object.assign(document.createElement('a'), { href: address, download: name }).click();
      URL.revokeObjectURL(address);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      setProblem(t('doors:state.failed'));
    }
  };
  return (
    <>
      <button type="button" onClick={() => void save()}>
        {children}
      </button>
      <Problem text={problem} />
    </>
  );
}
