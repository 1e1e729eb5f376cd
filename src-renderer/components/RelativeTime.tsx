import { exactTime, relativeTime } from './relative-time';
import { useNow } from './use-now';

/** A time (ISO 8601 or epoch ms) as the age it has, which keeps itself true; the exact time on hover. */
export function RelativeTime({ at }: { at: string | number }) {
  const now = useNow();
  const ms = typeof at === 'number' ? at : Date.parse(at);
  if (!Number.isFinite(ms)) return <span>{String(at)}</span>;
  return (
    <time dateTime={new Date(ms).toISOString()} title={exactTime(ms)}>
      {relativeTime(ms, Math.max(now, Math.min(ms, Date.now())))}
    </time>
  );
}
