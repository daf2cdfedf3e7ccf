"""``nnviz bench``: this engine against ``model.fit``; ``bench ui``: the window; ``data``, ``files``: large ones."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.backend.process import own_command, own_environment
from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput

if TYPE_CHECKING:
    from nnviz.engine.bench.bench import Result

NOTE = """\
Median milliseconds an epoch, all in turn; of nnviz once it is settled how the steps are run (form).
same: loss and weights of both after the same steps, bit for bit where plain, within 1e-5 of the loss with XLA."""
PEERS_NOTE = "In brackets: how many times faster nnviz is."


def main(argv: Sequence[str]) -> int:
    """Run the cases named in *argv*, or all that take seconds; print medians and ratios."""
    words = list(argv)
    if words[:1] == ["ui"]:
        from nnviz.commands import bench_ui

        return bench_ui.main(words[1:])
    if words[:1] == ["data"]:
        from nnviz.commands import bench_data

        return bench_data.main(words[1:])
    if words[:1] == ["files"]:
        from nnviz.commands import bench_files

        return bench_files.main(words[1:])
    if words[:1] == ["peer"]:  # started by this very command
        from nnviz.engine.peers.worker import serve

        serve(words[1], words[2], Path(words[3]))
        return 0
    return _engine(words)


def _engine(argv: Sequence[str]) -> int:
    parser = Parser("bench", "This engine against model.fit on the same work, in turn: milliseconds an epoch.")
    parser.add_argument("cases", nargs="*", metavar="CASE", help="which; all brief ones unless named; ui; data; files")
    parser.add_argument("--all", action="store_true", help="the cases that take minutes as well")
    parser.add_argument("--no-peers", action="store_true", help="leave out JAX, PyTorch, scikit-learn and numpy")
    parser.add_argument("--json", action="store_true", help="a JSON line for each case")
    args = parser.parse_args(argv)
    from nnviz.engine.bench.cases import CASES

    unknown = next((name for name in args.cases if name not in CASES), None)
    if unknown is not None:
        known = ", ".join(CASES)
        raise BadInput(f"there is no case {unknown!r}; there are {known}, ui for the window, data and files")
    from nnviz.engine.bench import bench

    if not args.json:
        print(_head(not args.no_peers))
    for name in args.cases or [name for name, case in CASES.items() if case.brief or args.all]:
        result = bench.run(name, None if args.no_peers else start_peer)
        print(json.dumps(asdict(result)) if args.json else _line(result, not args.no_peers), flush=True)
    if not args.json:
        print(f"\n{NOTE}" + ("" if args.no_peers else f"\n{PEERS_NOTE}"))
    return 0


def start_peer(peer: str, case: str, weights: Path) -> subprocess.Popen[str]:
    """A peer's process, which asks and answers on its standard pipes."""
    command = own_command("bench", "peer", peer, case, str(weights))
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=own_environment())


def _head(peers: bool) -> str:
    from nnviz.engine.peers.peer import PEERS

    head = (
        f"{'case':<10}{'fit':>9}{'nnviz':>10}{'form':>7}{'ratio':>8}{'to reach':>10}{'first epoch, s':>16}{'same':>6}"
    )
    return head + "".join(f"{kind.title:>16}" for kind in PEERS.values()) if peers else head


def _line(result: Result, peers: bool) -> str:
    from nnviz.engine.peers.peer import PEERS

    first = f"{result.fit_first_s:.2f} / {result.engine_first_s:.2f}"
    line = f"{result.case:<10}{_ms(result.fit_ms):>9}{_ms(result.engine_ms):>10}{result.form:>7}"
    line += f"{_times(result.ratio):>8}{_times(result.target):>10}{first:>16}{'yes' if result.agrees else 'no':>6}"
    return line + "".join(f"{_of_peer(result, name):>16}" for name in PEERS) if peers else line


def _of_peer(result: Result, name: str) -> str:
    peer = result.peers.get(name)
    return "-" if peer is None else f"{_ms(peer.ms)} ({_times(peer.ahead)})"


def _ms(value: float) -> str:
    """Milliseconds, with about three digits that count."""
    return f"{value:.{4 if value < 0.1 else 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0}f}"


def _times(value: float) -> str:
    """How many times faster: two digits that count."""
    return f"{value:.0f}x" if value >= 10 else f"{value:.1f}x" if value >= 1 else f"{value:.2f}x"
