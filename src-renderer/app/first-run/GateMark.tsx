/** The mark of Gatehouse: a gate with one way through. */
export function GateMark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="7" fill="var(--accent)" />
      <path
        d="M8 24V13a8 8 0 0 1 16 0v11"
        fill="none"
        stroke="var(--text-on-accent)"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path
        d="M13 24V15M19 24V15M16 24V12"
        stroke="var(--text-on-accent)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
