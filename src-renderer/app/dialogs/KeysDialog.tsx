import { Dialog } from '../../components/Dialog';
import { Kbd } from '../../components/Kbd';
import { KEY_GROUPS } from '../keyboard/key-list';
import styles from './KeysDialog.module.css';

/** All keys of the app. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="All keys" description={null} size="large" closeOnOutsideClick onClose={onClose}>
      <div className={styles.groups}>
        {KEY_GROUPS.map(({ title, entries }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.heading}>{title}</h3>
            <dl className={styles.list}>
              {entries.map(({ keys, does }) => (
                <div key={keys} className={styles.entry}>
                  <dt>
                    <Kbd keys={keys} />
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
