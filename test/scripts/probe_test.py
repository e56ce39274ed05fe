"""Tests of the liveness probe, with a Redis that is played: python3 probe_test.py PROBE_SCRIPT"""
import os
import re
import signal
import sys
import tempfile
import types
import unittest
from unittest import mock

SCRIPT = open(sys.argv.pop(1), encoding="utf-8").read()


class RedisError(Exception):
    pass


class Probe(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.since = os.path.join(folder.name, "since")

    def run_script(self, listeners=3, health=200, now=1000.0, redis_down=False, slow=False, environment=None):
        """Runs the probe; returns None when it passes, else what it says."""
        mine, others = [{"name": "pod-a"}], [{"name": "pod-b"}] * 3
        info = {"client_info": lambda: {"name": "pod-a"}}
        seen = listeners // 2 if "REDIS_CLUSTER" in (environment or {}) else listeners
        client = mock.Mock(client_list=lambda _type: mine * seen + others, **info)
        spread = {"a:1": mine * (listeners // 2) + others, "b:1": mine * (listeners - listeners // 2), "c:1": []}
        cluster = mock.Mock(client_list=lambda _type, target_nodes: spread if target_nodes == "all" else [], **info)

        def server(found):
            def from_url(*_, **__):
                if slow:
                    os.kill(os.getpid(), signal.SIGALRM)
                if redis_down:
                    raise RedisError
                return found

            return types.SimpleNamespace(from_url=from_url, ALL_NODES="all")

        redis = types.SimpleNamespace(Redis=server(client), RedisCluster=server(cluster), RedisError=RedisError)
        answer = mock.MagicMock()
        answer.__enter__.return_value.status = health
        urlopen = mock.Mock(return_value=answer, side_effect=None if health else OSError())
        script = re.sub(r'^SINCE = .*$', f"SINCE = {self.since!r}", SCRIPT, flags=re.M)
        with mock.patch.dict(sys.modules, {"redis": redis}), mock.patch.dict(
            os.environ, {"REDIS_URL": "rediss://x", **(environment or {})}
        ), mock.patch(
            "urllib.request.urlopen", urlopen
        ), mock.patch("time.time", return_value=now):
            try:
                exec(compile(script, "probe.py", "exec"), {"__name__": "__main__"})
            except SystemExit as end:
                return end.code or None
        return None

    def test_passes_with_all_listeners(self):
        self.assertIsNone(self.run_script())

    def test_fails_when_health_does_not_answer(self):
        self.assertEqual(self.run_script(health=0), "/health does not answer")

    def test_passes_while_redis_is_down(self):
        self.assertIsNone(self.run_script(redis_down=True, listeners=0))

    def test_passes_when_redis_takes_too_long(self):
        self.assertIsNone(self.run_script(slow=True, listeners=0, now=1000))
        self.assertIsNone(self.run_script(slow=True, listeners=0, now=2000))

    def test_counts_on_every_node_of_a_cluster(self):
        cluster = {"REDIS_CLUSTER": "true"}
        self.assertIsNone(self.run_script(environment=cluster, now=1000))
        self.assertIsNone(self.run_script(environment=cluster, now=2000))
        self.run_script(environment=cluster, listeners=2, now=3000)
        self.assertRegex(self.run_script(environment=cluster, listeners=2, now=4000), r"^2 of 3 listeners")

    def test_does_not_count_through_sentinels(self):
        watched = {"REDIS_SENTINEL_HOSTS": "sentinel-1,sentinel-2"}
        self.assertIsNone(self.run_script(environment=watched, listeners=0, now=1000))
        self.assertIsNone(self.run_script(environment=watched, listeners=0, now=2000))
        self.assertEqual(self.run_script(environment=watched, health=0), "/health does not answer")

    def test_gives_lost_listeners_time_to_come_back(self):
        self.assertIsNone(self.run_script(listeners=0, now=1000))
        self.assertIsNone(self.run_script(listeners=0, now=1089))

    def test_fails_when_they_stay_away(self):
        self.run_script(listeners=2, now=1000)
        self.assertRegex(self.run_script(listeners=2, now=1211), r"^2 of 3 listeners on Redis for more than \d+ s$")

    def test_forgets_a_loss_that_healed(self):
        self.run_script(listeners=0, now=1000)
        self.run_script(listeners=3, now=1100)
        self.assertIsNone(self.run_script(listeners=0, now=1300))

    def test_a_redis_that_went_down_again_starts_the_time_anew(self):
        self.run_script(listeners=0, now=1000)
        self.run_script(redis_down=True, now=1100)
        self.assertIsNone(self.run_script(listeners=0, now=1300))


if __name__ == "__main__":
    unittest.main()
