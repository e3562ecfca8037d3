"""A loopback HTTP server for the tests of Download.

/file       supports ranges
/plain      ignores ranges
/cut        supports ranges, but closes the connection after a third of the content
/busy       responds with 503 twice, then like /file

All other paths respond with 404. The first line of output is the port. The server exits when its standard input is
closed, so that it never outlives a test.
"""

import http.server
import os
import sys
import threading

CONTENT = bytes((i * i + i // 251) % 256 for i in range(300_000))


class Handler(http.server.BaseHTTPRequestHandler):
    busy = 2

    def do_GET(self):
        wanted = self.headers.get("Range")
        if self.path not in ("/file", "/plain", "/cut", "/busy"):
            return self.send_error(404)
        if self.path == "/busy" and Handler.busy > 0:
            Handler.busy -= 1
            return self.send_error(503)
        start = 0
        if wanted and self.path != "/plain":
            start = int(wanted.removeprefix("bytes=").split("-")[0])
        if start >= len(CONTENT):
            return self.send_error(416)
        body = CONTENT[start:]
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 3 + 1] if self.path == "/cut" and len(body) > 50_000 else body)

    def log_message(self, *arguments):
        pass


def exit_with_test():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=exit_with_test, daemon=True).start()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
