import styles from './Kbd.module.css';
import { keyCaps } from './platform-keys';

/** Keys as caps. `mod+K` is pressed together; `G M`, with a space, one after the other. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={styles.keys}>
      {keys.split(' ').map((stroke) => (
        <span key={stroke} className={styles.stroke}>
          {keyCaps(stroke).map((cap) => (
            <span key={cap} className={styles.cap}>
              {cap}
            </span>
          ))}
        </span>
      ))}
    </kbd>
  );
}
