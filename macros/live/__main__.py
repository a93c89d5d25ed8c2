"""The command behind `make serve`: `python -m macros.live [--port 8000]`, run in the folder of the project."""

import argparse
import re
import sys
import threading
import time
from pathlib import Path

from mkdocs.config import load_config

from .server import Server
from .site import Site
from .state import Live
from .watch import changes

HOST = "127.0.0.1"  # this machine alone can ask
PORTS = range(1, 65536)


def tell(faults: list[str]) -> None:
    """Prints the faults, or that there are none."""
    now = time.strftime("%H:%M:%S")
    lines = [f"{len(faults)} fault(s). The last good pages are shown.", *faults] if faults else ["No faults. Shown."]
    print(f"[{now}]", "\n".join(lines), flush=True)


def watched(project: Path) -> list[Path]:
    """Returns the files and folders that the site is made from."""
    config = load_config(str(project / "mkdocs.yml"))
    return [project / "mkdocs.yml", Path(config.docs_dir), *map(Path, config.watch)]


def main(arguments: list[str]) -> int:
    """Serves until Control and C are pressed. Returns the exit status: 0 or 1."""
    parser = argparse.ArgumentParser(prog="python -m macros.live", description="Serve the site; show each edit.")
    parser.add_argument("--port", default="8000")
    parser.add_argument("--host", default=HOST)
    options = parser.parse_args(arguments)
    host, port = options.host, int(options.port) if re.fullmatch(r"[0-9]{1,5}", options.port) else 0
    if port not in PORTS:
        print(
            f"'{options.port}' is no port: give a number from 1 to {PORTS[-1]}, as in make serve PORT=8001",
            file=sys.stderr,
        )
        return 1
    project = Path.cwd()
    url = f"http://{host}:{port}/"
    live = Live(lambda: Site(project, url), tell)
    try:
        server = Server((host, port), live)
    except OSError as error:
        print(f"{host}:{port} cannot be used: {error.strerror}. Take another: make serve PORT=8001", file=sys.stderr)
        return 1
    if host != HOST:
        print(f"Everybody who reaches this machine at {host} can read the site, drafts and faults too.", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving on {url} - press Control and C to stop. An edit of a Python file needs a new start.", flush=True)
    try:
        for _ in changes(watched(project)):
            live.renew()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
