"""A real SMTP server for tests: aiosmtpd with a fault chosen by the receiver's local part. Prints its port, then a JSON line per mail.

Faults: busy421@, later451@, never550@, drop@ (cut after DATA), slow@ (3 s). Everything else is accepted.
"""
import asyncio
import json
import sys

from aiosmtpd.controller import Controller


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        faults = {"busy421": "421 4.3.2 come back later", "later451": "451 4.7.1 greylisted", "never550": "550 5.1.1 no such user"}
        if local in faults:
            return faults[local]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        local = envelope.rcpt_tos[0].split("@")[0]
        if local == "slow":
            await asyncio.sleep(3)
        if local == "drop":
            server.transport.abort()
            return "421 cut"
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "data": envelope.content.decode("utf-8", "replace")}), flush=True)
        return "250 2.0.0 OK"


controller = Controller(Handler(), hostname="127.0.0.1", port=0)
# With port 0 the controller cannot connect to itself to see that it listens: bind first.
import socket

probe = socket.socket()
probe.bind(("127.0.0.1", 0))
controller.port = probe.getsockname()[1]
probe.close()
controller.start()
print(controller.port, flush=True)
sys.stdin.read()
controller.stop()
