import type { Deployment } from './deployment';
import { appPort } from './flows';
import { versions } from './versions';

/** The liveness probe of the application’s container. */
export interface Probe {
  /** Python 3 program, run in the application’s container with its environment; exits 0 when the replica is alive. */
  readonly script: string;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  /** Failures in a row after which the replica is restarted. */
  readonly failureThreshold: number;
}

/** The listeners come back by themselves within this time after Redis does. docs/decisions.md, row 10. */
const healingSeconds = 90;

/** Replicas that lost their listeners together restart within this time of each other, not at once. */
const spreadSeconds = 120;

/** Bound of asking Redis, which with that of /health stays within the probe’s own. */
const redisSeconds = 8;

const script = (expected: number): string => String.raw`"""Is this replica alive, and does it still listen on Redis?"""
import os
import signal
import sys
import time
import urllib.request
import zlib

import redis

EXPECTED = ${expected}


def started():
    """When this container started: what an earlier one noted does not count."""
    try:
        with open("/proc/1/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[19]
    except OSError:
        return "unknown"


SINCE = "/tmp/listeners-lost-since-" + started()


def healthy():
    try:
        with urllib.request.urlopen("http://127.0.0.1:${appPort}/health", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


class Late(BaseException):
    """No library catches it, so that no retry outlasts the probe."""


def give_up(*_):
    raise Late


def pubsub_clients():
    """Names of all that listen, and the name that this replica’s connections carry."""
    bounds = {"socket_connect_timeout": 3, "socket_timeout": 3, "decode_responses": True}
    url = os.environ["REDIS_URL"]
    if os.environ.get("REDIS_CLUSTER") != "true":
        client = redis.Redis.from_url(url, single_connection_client=True, **bounds)
        return client.client_list(_type="pubsub"), client.client_info().get("name")
    client = redis.RedisCluster.from_url(url, **bounds)
    nodes = client.client_list(_type="pubsub", target_nodes=redis.RedisCluster.ALL_NODES)
    return [other for node in nodes.values() for other in node], client.client_info().get("name")


def listening():
    """None when Redis cannot be asked, or cannot tell: restarting this replica would not help then."""
    if os.environ.get("REDIS_SENTINEL_HOSTS"):
        return None
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(${redisSeconds})
    try:
        clients, name = pubsub_clients()
        return sum(1 for other in clients if other.get("name") == name)
    except (redis.RedisError, OSError, Late):
        return None
    finally:
        signal.alarm(0)


def lost_for():
    """Seconds since the listeners were first missed."""
    try:
        with open(SINCE, "x") as file:
            file.write(str(time.time()))
    except FileExistsError:
        pass
    with open(SINCE) as file:
        return time.time() - float(file.read() or time.time())


if not healthy():
    sys.exit("/health does not answer")
count = listening()
if count is None or count >= EXPECTED:
    if os.path.exists(SINCE):
        os.remove(SINCE)
    sys.exit(0)
patience = ${healingSeconds} + zlib.crc32(os.uname().nodename.encode()) % ${spreadSeconds}
if lost_for() > patience:
    sys.exit(f"{count} of {EXPECTED} listeners on Redis for more than {patience} s")
`;

/**
 * The probe of a deployment. It fails when /health does, or when Redis answers and this replica’s listeners stay away: a
 * connection that something in between keeps open dies unnoticed, and only a restart mends it. It passes while Redis is
 * down. In a cluster it counts on every node, because listeners spread over them. Through Sentinels the release drops the
 * names of connections, so only /health is asked. Of a release that was not checked it expects a single listener a process.
 */
export function probe({ image, workers }: Deployment): Probe {
  const perProcess = image.tag === versions.openWebUiTag ? versions.pubSubClients : 1;
  return { script: script(perProcess * workers), periodSeconds: 30, timeoutSeconds: 15, failureThreshold: 3 };
}
