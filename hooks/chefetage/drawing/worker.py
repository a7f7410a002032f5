"""The process that draws: a task a line comes in, a drawing a line goes out. Knows nothing of this package.

A process of its own has the same time zone on every machine, can be stopped when a chart takes for ever, and takes
what is left of one failed chart with it.
"""

from __future__ import annotations

import json
import os
import sys


def main() -> None:
    """Draw until there is no more."""
    # What the program has to say for itself must not get between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    import vl_convert  # noqa: PLC0415 – takes a second, and this process may be started for nothing

    for line in sys.stdin:
        task = json.loads(line)
        try:
            svg = vl_convert.vegalite_to_svg(
                task["spec"],
                vl_version=task["version"],
                config=task["config"],
                allowed_base_urls=[],
                format_locale=task["numbers"],
                time_format_locale=task["dates"],
            )
            answer = {"svg": svg}
        except Exception as error:  # noqa: BLE001 – whatever it was is told
            answer = {"error": str(error)}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
