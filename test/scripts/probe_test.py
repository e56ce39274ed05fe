"""Tests of the liveness probe, with a Redis that is played: python3 probe_test.py PROBE_SCRIPT"""
import os
import re
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

    def run_script(self, listeners=3, health=200, now=1000.0, redis_down=False):
        """Runs the probe; returns None when it passes, else what it says."""
        clients = [{"name": "pod-a"}] * listeners + [{"name": "pod-b"}] * 3
        client = mock.Mock(client_info=lambda: {"name": "pod-a"}, client_list=lambda _type: clients)
        from_url = mock.Mock(return_value=client, side_effect=RedisError() if redis_down else None)
        redis = types.SimpleNamespace(Redis=types.SimpleNamespace(from_url=from_url), RedisError=RedisError)
        answer = mock.MagicMock()
        answer.__enter__.return_value.status = health
        urlopen = mock.Mock(return_value=answer, side_effect=None if health else OSError())
        script = re.sub(r'^SINCE = .*$', f"SINCE = {self.since!r}", SCRIPT, flags=re.M)
        with mock.patch.dict(sys.modules, {"redis": redis}), mock.patch.dict(os.environ, {"REDIS_URL": "rediss://x"}), mock.patch(
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
