import { appPort } from '../flows';

/** A variable that belongs to the package and that nobody sets. */
export interface Reserved {
  readonly value: string;
  readonly why: string;
}

/** Variables that follow from how the containers are built, not from a choice. */
export const reservedVariables: Readonly<Record<string, Reserved>> = {
  ENV: { value: 'prod', why: 'in development mode the application shows every route to everybody' },
  DATA_DIR: { value: '/data', why: 'one of the two directories that can be written to' },
  HOME: { value: '/tmp', why: 'libraries write to the home directory, and root’s cannot be written to' },
  PORT: { value: String(appPort), why: 'the entry, the probes and the network rules know this port' },
  ENABLE_DB_MIGRATIONS: { value: 'false', why: '`prepare` migrates, once and under a lock' },
};
