export { formatLocated } from './located';
export type { Located } from './located';
export { everyCode, fileCodes } from './file-codes';
export { readFleet } from './read-fleet';
export type { FleetFile } from './read-fleet';
