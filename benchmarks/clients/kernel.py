"""The part of a browser that stock Voilà needs: its front end, and a socket to a kernel."""

import json
import re
import uuid

from playwright.sync_api import sync_playwright
from tests.browser.servers import Server
from tests.conftest import FLAGS
from tornado.websocket import websocket_connect

KERNEL = re.compile(r'"kernelId":\s*"([0-9a-f-]{36})"')


def asked_for(server: Server, address: str, chromium: str | None) -> list[str]:
    """Open a page in Chromium and return what it asked this server for, in order, but the page.

    A kernel's id in an address becomes {kernel}, so that others can ask with their own.
    """
    asked = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()

        def note(response: object) -> None:
            fits = response.status == 200 and response.request.method == "GET"
            if fits and response.url.startswith(server.url):
                asked.append(response.url.removeprefix(server.url))

        page.on("response", note)
        page.goto(server.url + address, timeout=90_000)
        page.locator(".milia-quiz [type=submit]").first.wait_for(timeout=60_000)
        page.wait_for_load_state("networkidle")
        if found := KERNEL.search(page.content()):
            asked = [each.replace(found[1], "{kernel}") for each in asked]
        browser.close()
    return list(dict.fromkeys(each for each in asked if each != address))


async def widgets_state(port: int, kernel: str) -> int:
    """Ask a kernel for the state of its widgets, as the front end does; return how many bytes."""
    session = uuid.uuid4().hex
    socket = await websocket_connect(
        f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels?session_id={session}",
        max_message_size=2**27,
    )
    received = 0
    try:
        comm = uuid.uuid4().hex
        opened = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        for kind, content, more in (
            ("kernel_info_request", {}, {}),
            ("comm_open", opened, {"version": "1.0.0"}),
            ("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}}, {}),
        ):
            await socket.write_message(message(kind, content, more, session))
        while True:
            answer = await socket.read_message()
            if answer is None:
                raise OSError("The kernel hung up.")
            received += len(answer)
            if "update_states" in (answer if isinstance(answer, str) else answer.decode("latin-1")):
                return received
    finally:
        socket.close()


def message(kind: str, content: dict, metadata: dict, session: str) -> str:
    """A message to a kernel, as JSON."""
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": session, "username": "",
              "version": "5.3", "date": "2026-01-01T00:00:00Z"}  # fmt: skip
    return json.dumps({"header": header, "parent_header": {}, "metadata": metadata,
                       "content": content, "channel": "shell", "buffers": []})  # fmt: skip
