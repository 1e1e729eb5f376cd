import { KeySquare } from 'lucide-react';
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
      <div className={styles.unknownInner}>
        <div className={styles.lead}>
          <KeySquare aria-hidden />
          <h2>The tokens of this workspace are unknown</h2>
          <div>
            <p>{reason}</p>
            <OpenInSegment to="tokens" slug={slug}>
              Open the tokens page in Segment
            </OpenInSegment>
          </div>
        </div>
        <TokensStatement workspaceKey={workspaceKey} />
      </div>
    </div>
  );
}
