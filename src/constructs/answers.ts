import type { Answer, Answers } from '../model';

const enforced = (how: string): Answer => ({ status: 'enforced', how });
const equivalent = (how: string): Answer => ({ status: 'equivalent', how });
const impossible = (how: string): Answer => ({ status: 'impossible', how });

const listenerHeader = enforced('attribute of the TLS listener, which sets it on every answer, a 500 too');

const publicFarSide = equivalent(
  'egress rule of the tasks to its address ranges where the deployment gives them; else to every address on its port, because security groups know no names',
);

/** What the AWS target says to everything that the model asks of it. */
export const awsAnswers: Answers = {
  variable: enforced(
    'container definition: text and endpoints as environment, a secret by valueFrom, a value of several parts put together by the entry command',
  ),
  secret: enforced('Secrets Manager; the containers of its readers alone refer to it by valueFrom'),
  'flow:clients-edge': enforced('ingress rules of the load balancer'),
  'flow:edge-app': enforced('egress rule of the load balancer and ingress rule of the tasks, by security group'),
  'flow:app-database': enforced('egress rule of the tasks and ingress rule of the database, by security group'),
  'flow:app-cache': enforced('egress rule of the tasks and ingress rule of the cache, by security group'),
  'flow:app-dns': equivalent(
    'Amazon’s resolver in the VPC, which security groups do not filter; no rule lets the tasks reach another one',
  ),
  'flow:app-storage': equivalent(
    'egress rule of the tasks to every address on its port; a new VPC routes S3 through a gateway endpoint, and the id of its prefix list is known after a look-up only',
  ),
  'flow:app-platform': equivalent(
    'egress rule of the tasks to every address on its port: services of AWS and image registries have no fixed addresses',
  ),
  'flow:app-models': publicFarSide,
  'flow:app-embedding': publicFarSide,
  'flow:app-ollama': publicFarSide,
  'flow:app-vectorStore': publicFarSide,
  'flow:app-reranking': publicFarSide,
  'flow:app-extraction': publicFarSide,
  'flow:app-identityProvider': publicFarSide,
  'flow:app-google': publicFarSide,
  'flow:app-microsoft': publicFarSide,
  'flow:app-github': publicFarSide,
  'flow:app-codeRunner': publicFarSide,
  'flow:app-tools': publicFarSide,
  'flow:app-terminals': publicFarSide,
  'flow:app-web': publicFarSide,
  'flow:app-webSearch': publicFarSide,
  'flow:app-webhook': publicFarSide,
  'flow:app-telemetry': publicFarSide,
  'flow:app-directory': enforced('egress rules of the tasks to its address ranges'),
  signal: enforced('metric filter on the log of the tasks'),
  limit: enforced('rate rule of the web ACL by client address over 60 seconds; answers 429 with Retry-After'),
  'header:Strict-Transport-Security': listenerHeader,
  'header:Content-Security-Policy': listenerHeader,
  'header:X-Content-Type-Options': listenerHeader,
  'header:X-Frame-Options': listenerHeader,
  header: impossible(
    'a load balancer cannot set this header; the application sends it with every answer but an unhandled 500',
  ),
  blockedPath: enforced('rule of the web ACL; answers 403'),
  configurationRoute: enforced('rule of the web ACL by method and path; answers 403'),
  identityHeader: equivalent(
    'a load balancer cannot strip a header; the web ACL refuses requests that carry it with 403',
  ),
  'entry:minimumTls': enforced('security policy of the TLS listener; there is no other listener'),
  'entry:streamTimeout': enforced('idle timeout of the load balancer'),
  'entry:allowedCidrs': enforced('ingress rules of the load balancer'),
  'entry:adminCidrs': enforced('rule of the web ACL by method and path over IP sets; answers 403'),
  'entry:managedRules': enforced(
    'rule groups of AWS in the web ACL; their rules on bodies only count, but where people sign in',
  ),
  'entry:spelling': enforced('rule of the web ACL; answers 403'),
};
