import { CircleHelp } from 'lucide-react';
import { OpenInSegment } from '../../inspector/OpenInSegment';
import { TokensStatement } from './TokensStatement';
import styles from './tokens.module.css';

/** Stands where the workspace does not show its tokens: why, where to look, and what the admin states. */
export function TokensUnknown({
  reason,
  workspaceKey,
  slug,
}: {
  reason: string;
  workspaceKey: string;
  slug: string;
}) {
  return (
    <div className={styles.unknown}>
      <div className={styles.page}>
        <section className={styles.part}>
          <h2 className={styles.partTitle}>
            <CircleHelp aria-hidden />
            The tokens of this workspace are unknown
          </h2>
          <p className={styles.prose}>
            {reason} Segment’s own app lists their ids, roles and types on the Access Management page.
          </p>
          <OpenInSegment to="tokens" slug={slug}>
            Open the tokens in Segment
          </OpenInSegment>
        </section>
        <section className={styles.part}>
          <h2 className={styles.partTitle}>Your statement</h2>
          <TokensStatement workspaceKey={workspaceKey} />
        </section>
      </div>
    </div>
  );
}
