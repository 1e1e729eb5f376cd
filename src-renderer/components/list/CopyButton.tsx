import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { notify } from '../../stores/notices';
import { Button } from '../Button';
import { IconButton } from '../IconButton';
import { copyText } from './copy-text';

/** How long the button says that it has copied. */
const SAID_FOR_MS = 1600;

/** Copies a text. `label` says what is copied, such as `Copy the id`; with `words` it is a button in full. */
export function CopyButton({ text, label, words = false }: { text: string; label: string; words?: boolean }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    if (copyText(text)) setCopied(true);
    else
      notify('error', 'The clipboard could not be written. Select the text and copy it with the keyboard.');
  };
  const icon = copied ? <Check aria-hidden /> : <Copy aria-hidden />;
  if (words) {
    return (
      <Button icon={icon} onClick={copy}>
        {copied ? 'Copied' : label}
      </Button>
    );
  }
  return (
    <IconButton label={copied ? 'Copied' : label} onClick={copy}>
      {icon}
    </IconButton>
  );
}
