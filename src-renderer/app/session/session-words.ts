import type { Session } from '@contract/session';

/** How long such a session lasts, and why. */
export function limitInWords({ limit, because }: Session): string {
  const who = `${because.join(', ')} ${because.length === 1 ? 'is' : 'are'} HIPAA eligible`;
  switch (limit) {
    case 'sevenDays':
      return '7 days from unlocking';
    case 'fifteenMinutes':
      return `15 minutes without activity: ${who}`;
    case 'fifteenMinutesAtMost':
      return `15 minutes from unlocking: ${who}`;
  }
}

/** `6 d 4 h`, `3 h 12 min`, `14 min`, `1:45`. */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  if (minutes >= 2) return `${minutes} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
