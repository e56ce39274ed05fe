/** Release of Open WebUI that settings, `prepare` and the probe were checked against. */
const openWebUi = '0.12.4';

/** Every pinned version, in one place. */
export const versions = {
  openWebUi,
  /** Tag of that release's image. */
  openWebUiTag: `v${openWebUi}`,
  /** Pub/sub clients that each process of that release keeps on Redis: tasks, events, websockets. docs/decisions.md. */
  pubSubClients: 3,
  /** Image repository of the project. facts/open-webui.md §4. */
  openWebUiRepository: 'ghcr.io/open-webui/open-webui',
  /** Version of the Pod Security Standards that namespaces enforce. */
  podSecurity: 'v1.35',
} as const;
