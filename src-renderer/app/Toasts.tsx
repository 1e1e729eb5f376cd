import { useEffect } from 'react';
import { Notice } from '../components/Notice';
import { dismissNotice, type NoticeEntry, useNotices } from '../stores/notices';
import styles from './Toasts.module.css';

/** What is only good to know goes by itself; what is wrong stays until it is dismissed. */
const INFO_MS = 6000;

/** What the admin is told without having asked, in the corner. Errors are read out at once, the rest when it suits. */
export function Toasts() {
  const notices = useNotices();
  const errors = notices.filter(({ level }) => level === 'error');
  const others = notices.filter(({ level }) => level !== 'error');
  return (
    <div className={styles.corner}>
      <div role="status" aria-live="polite" className={styles.stack}>
        {others.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="alert" aria-live="assertive" className={styles.stack}>
        {errors.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
      </div>
    </div>
  );
}

function Toast({ notice: { id, level, message } }: { notice: NoticeEntry }) {
  useEffect(() => {
    if (level !== 'info') return;
    const timer = setTimeout(() => dismissNotice(id), INFO_MS);
    return () => clearTimeout(timer);
  }, [id, level]);
  return (
    <div className={styles.toast}>
      <Notice tone={level} onDismiss={() => dismissNotice(id)}>
        {message}
      </Notice>
    </div>
  );
}
