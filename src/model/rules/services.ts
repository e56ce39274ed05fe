import type { Deployment } from '../deployment';
import type { Path } from '../problem';
import { searchCidrs, searchUrl } from '../settings/web-search';

/** A service that the application asks. */
export interface Service {
  readonly url: string;
  readonly cidrs?: readonly string[];
  /** Where its address ranges stand. */
  readonly path: Path;
}

/** Services that are asked because a deployment chose so: code, tools, search, telemetry. */
export function chosenServices({ code, plugins, telemetry, web }: Deployment): readonly Service[] {
  const { jupyter } = code;
  const { search } = web;
  const { otel } = telemetry;
  return [
    ...(jupyter ? [{ ...jupyter, path: ['code', 'jupyter', 'cidrs'] }] : []),
    ...plugins.toolServers.map((one, index) => ({ ...one, path: ['plugins', 'toolServers', index, 'cidrs'] })),
    ...plugins.terminals.map((one, index) => ({ ...one, path: ['plugins', 'terminals', index, 'cidrs'] })),
    ...(search
      ? [{ url: searchUrl(search), cidrs: searchCidrs(search), path: ['web', 'search', 'engine', 'cidrs'] }]
      : []),
    ...(otel ? [{ url: otel.endpoint, cidrs: otel.cidrs, path: ['telemetry', 'otel', 'cidrs'] }] : []),
  ];
}
