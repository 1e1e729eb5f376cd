import type { Link } from '@contract/settings';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { call, failureOf } from '../api/bridge';
import { Button } from '../components/Button';
import { notify } from '../stores/notices';

/** Opens the page of Segment's own app that shows what the Public API does not, in the browser. */
export function OpenInSegment({
  to,
  slug,
  children,
}: {
  to: Extract<Link, { slug: string }>['to'];
  slug: string;
  children: ReactNode;
}) {
  const open = () => {
    call('app.openLink', { to, slug }).catch((thrown: unknown) => notify('error', failureOf(thrown).message));
  };
  return (
    <Button icon={<ExternalLink aria-hidden />} onClick={open}>
      {children}
    </Button>
  );
}
