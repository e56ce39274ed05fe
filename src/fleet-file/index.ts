export { formatLocated } from './located';
export type { Located } from './located';
export { fileCodes, readFleet } from './read-fleet';
export type { FleetFile } from './read-fleet';
