import { catalogueSchema } from './role-schema';
import data from './roles.json';

/** A place where the sources contradict each other or are silent: its short name, as in the catalogue. */
export type Reading = string;

const { readings } = catalogueSchema.parse(data);

/** The readings that the engine itself applies, beside those that single permits name. */
export const warehouseLists: Reading = 'warehouseLists';
export const sameRoleLabels: Reading = 'sameRoleLabels';
export const downloadOfSpaces: Reading = 'downloadOfSpaces';

/** What the reading is about, which one is taken and which other there is, in sentences. */
export function readingText(reading: Reading): string {
  return readings[reading] ?? reading;
}

/** Every reading of the catalogue by its short name. */
export const allReadings: Readonly<Record<Reading, string>> = readings;
