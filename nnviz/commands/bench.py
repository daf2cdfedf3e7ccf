"""``nnviz bench``: this engine against ``model.fit`` on the same work."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from nnviz.commands.parsing import Parser
from nnviz.errors import BadInput

_HEAD = f"{'case':<11}{'fit':>12}{'nnviz':>12}{'ratio':>9}{'first epoch, s':>18}  same result"


def main(argv: Sequence[str]) -> int:
    """Run the cases named in *argv*, or all that take seconds; print medians and ratios."""
    parser = Parser("bench", "This engine against model.fit on the same work, in turn: milliseconds an epoch.")
    parser.add_argument("cases", nargs="*", metavar="CASE", help="which; all brief ones unless named")
    parser.add_argument("--json", action="store_true", help="a JSON line for each case")
    args = parser.parse_args(argv)
    from nnviz.engine import bench

    unknown = next((name for name in args.cases if name not in bench.CASES), None)
    if unknown is not None:
        raise BadInput(f"there is no case {unknown!r}; there are {', '.join(bench.CASES)}")
    if not args.json:
        print(_HEAD)
    for name in args.cases or [name for name, case in bench.CASES.items() if case.brief]:
        result = bench.run(name)
        print(json.dumps(asdict(result)) if args.json else _line(asdict(result)), flush=True)
    return 0


def _line(result: dict[str, float]) -> str:
    first = f"{result['fit_first_s']:.2f} / {result['engine_first_s']:.2f}"
    times = f"{result['fit_ms']:>9.2f} ms{result['engine_ms']:>9.3f} ms{result['ratio']:>8.1f}x"
    return f"{result['case']:<11}{times}{first:>18}  {'yes' if result['agrees'] else 'no'}"
