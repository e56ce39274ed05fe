import type { Answer, Answers } from '../model';

const enforced = (how: string): Answer => ({ status: 'enforced', how });

const byAddress: Answer = {
  status: 'equivalent',
  how:
    'egress rule of the NetworkPolicy open-webui to the given address ranges; without them to every public address, ' +
    'because a NetworkPolicy knows no names',
};

/** How the Kubernetes target does what the model asks. */
export const kubernetesAnswers: Answers = {
  variable: enforced('env of the containers in the Deployment open-webui'),
  secret: enforced('key of the Secret open-webui, filled by the ExternalSecret of that name'),
  flow: enforced('rule of the NetworkPolicy open-webui; default-deny closes the rest'),
  'flow:clients-edge': {
    status: 'equivalent',
    how: 'rules of the SecurityPolicy: the port of the shared gateway is open, and requests from other addresses get 403',
  },
  'flow:app-storage': byAddress,
  'flow:app-models': byAddress,
  'flow:app-embedding': byAddress,
  'flow:app-ollama': byAddress,
  'flow:app-vectorStore': byAddress,
  'flow:app-reranking': byAddress,
  'flow:app-extraction': byAddress,
  'flow:app-identityProvider': byAddress,
  'flow:app-google': byAddress,
  'flow:app-microsoft': byAddress,
  'flow:app-github': byAddress,
  'flow:app-codeRunner': byAddress,
  'flow:app-tools': byAddress,
  'flow:app-terminals': byAddress,
  'flow:app-web': byAddress,
  'flow:app-webSearch': byAddress,
  'flow:app-webhook': byAddress,
  'flow:app-telemetry': byAddress,
  signal: {
    status: 'impossible',
    how: 'these manifests have nothing that watches logs; the line is on the standard output of the pods',
  },
  limit: {
    status: 'equivalent',
    how:
      'rateLimit.local of the BackendTrafficPolicy: every Envoy replica counts for itself, so n replicas admit n times ' +
      'as much; IPv6 counts by single address; the answer 429 has no Retry-After',
  },
  header: enforced('env of the application, and lateResponseHeaders of the ClientTrafficPolicy'),
  blockedPath: enforced('rule of the SecurityPolicy, which answers 403'),
  configurationRoute: enforced('rules of the SecurityPolicy by method and path, which answer 403'),
  identityHeader: enforced('earlyRequestHeaders of the ClientTrafficPolicy'),
  'entry:minimumTls': enforced('tls.minVersion of the ClientTrafficPolicy'),
  'entry:streamTimeout': enforced('timeout.http.streamIdleTimeout of the BackendTrafficPolicy'),
  'entry:allowedCidrs': enforced('rules of the SecurityPolicy, which refuses every other address with 403'),
  'entry:adminCidrs': enforced('rules of the SecurityPolicy for the routes of administrators'),
  'entry:managedRules': {
    status: 'impossible',
    how: 'the gateway has no rules against injection and known bad inputs; a web application firewall has to stand before it',
  },
  'entry:spelling': enforced('rule of the SecurityPolicy, which answers 403'),
};
