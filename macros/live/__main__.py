"""The command behind `make serve`: `python -m macros.live [--port 8000]`, run in the folder of the project."""

import argparse
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
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args(arguments).port
    project = Path.cwd()
    url = f"http://{HOST}:{port}/"
    live = Live(lambda: Site(project, url), tell)
    try:
        server = Server((HOST, port), live)
    except OSError as error:
        print(f"Port {port} cannot be used: {error.strerror}. Take another: make serve PORT=8001", file=sys.stderr)
        return 1
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
