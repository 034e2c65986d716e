"""Made-up news on one accident: an agency's story, its later version, two papers that used it, another report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

BODY = (
    "The harbour of Grenvik was closed on Tuesday after a tanker ran aground, the coast guard said.",
    "At least 12 people were taken to hospital and 40 others were treated on the quay, officials said.",
    "“We heard a loud bang and then the whole quay shook,” said Jonas Lund, who runs the ferry kiosk.",
    "The tanker, the Maria Holm, had left Torsby on Monday with 900 tonnes of heating oil.",
    "Environment Minister Anna Berg said that booms had been laid out across the mouth of the fjord.",
    "The army claimed that no oil had leaked, but divers reported a thin film near the old shipyard.",
    "It was the third accident in the fjord since 2019, when a trawler sank with the loss of two lives.",
)
NOTE = "Correction: an earlier version of this story gave the wrong number of people in hospital."
MAYOR = "The mayor of Grenvik, Erik Moe, called for a ban on tankers at night."


def write(folder: Path) -> Path:
    """Write the pile into a folder; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    wire, later = "https://reuters.example/tanker", "https://www.reuters.example/tanker?utm_source=mail"
    lead = f"GRENVIK (Reuters) - {BODY[0]}"
    hurt = BODY[1].replace("12", "15")
    records = [
        _record("Tanker runs aground at Grenvik", [lead, *BODY[1:]], "2031-03-04T09:10:00Z", "Reuters", wire),
        _record("Tanker aground closes Grenvik harbour", [lead, *BODY[1:5]], "2031-03-04T13:00:00Z", "Fjord Post"),
        _record(
            "Harbour closed after tanker accident",
            [BODY[0], BODY[2], hurt, MAYOR, BODY[4], BODY[5].replace("claimed", "said")],
            "2031-03-06T08:00:00Z",
            "Daily Torsby",
        ),
        _record(
            "Tanker runs aground at Grenvik, 15 hurt",
            [lead, hurt, *BODY[2:], NOTE],
            "2031-03-05T10:00:00Z",
            "Reuters",
            later,
        ),
        _record(
            "Oil film seen in fjord, minister under fire",
            [
                "Divers found oil off Grenvik on Wednesday, a day after the tanker Maria Holm ran aground.",
                "“We heard a loud bang,” said kiosk owner Jonas Lund. “The whole quay shook.”",
            ],
            "2031-03-05T18:00:00Z",
            "North Star",
        ),
    ]
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    return folder


def _record(title: str, body: Sequence[str], date: str, outlet: str, url: str = "") -> dict[str, str]:
    return {"title": title, "text": "\n\n".join(body), "date": date, "outlet": outlet, "url": url}
