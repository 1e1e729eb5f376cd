import styles from './cells.module.css';

/** The name of a thing in a list. A thing without one says so. */
export function CellName({ name }: { name: string }) {
  if (name.trim() === '') return <em className={styles.noName}>no name</em>;
  return <span className={styles.name}>{name}</span>;
}
