/** Directories that the application writes to; everything else is read-only. docs/decisions.md, row 16. */
export const writableDirectories = ['/data', '/tmp'] as const;

/** UID and GID of every container: above 10,000, where no user of a node is. The image’s files are readable by everybody. */
export const unprivilegedId = 10001;
