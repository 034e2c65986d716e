"""Sentences in which a page speaks to its users: consent, accounts, newsletters, blockers, funding."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Each pattern stands behind strings in lower case, one of which is in whatever it matches: these are sought first.
Address = tuple[tuple[str, ...], re.Pattern[str] | None]
_ADDRESSED: tuple[Address, ...] = tuple(
    (tuple(anchors.split("|")), re.compile(pattern, re.IGNORECASE))
    for anchors, pattern in (
        (
            "privacy",
            r"\bterms of (?:use|service)\b.{0,80}\bprivacy (?:policy|notice)\b|\bprivacy (?:policy|notice)\b.{0,80}"
            r"\bterms of (?:use|service)\b",
        ),
        ("mail", r"\bvalid e-?mail\b|\bby (?:entering|providing|submitting) your e-?mail\b"),
        ("you are agreeing|you agree", r"\byou (?:are agreeing|agree) to (?:our|the|receive)\b"),
        (
            "subscribe to |sign up ",
            r"\bsubscribe to (?:our|the|get|receive)\b|\bsign up (?:for|to) (?:our|the|get|receive)\b",
        ),
        ("your inbox", r"\b(?:in|to) your inbox\b"),
        ("block", r"\bad[- ]?block(?:er|ers)?\b|\b(?:contenu|contenido|conteúdo) (?:bloqué|bloqueado)\b"),
        ("javascript|your browser ", r"\benable javascript\b|\byour browser (?:does not|doesn't)\b"),
        (
            " account|unlimited access",
            r"\bunlimited access\b|\bcreate (?:an|a free|your) account\b|\balready have an account\b",
        ),
        ("already ", r"\balready (?:a subscriber|subscribed)\b"),
        (" app", r"\b(?:download|get) (?:the|our) (?:free )?app\b"),
        (
            "cookie",
            r"\bthis (?:site|website) uses cookies\b"
            r"|\bcookies?\b.{0,60}\b(?:akzeptier\w+|accept\w*|zustimm\w+|consent)\b",
        ),
        ("inhalt", r"\bexternen? inhalte?n?\b|\beingebettete(?:n|r)? inhalte?\b"),
        ("einwilligung", r"\beinwilligung\b.{0,60}\b(?:personenbezogen|widerruf|datenschutz)"),
        ("privatsphäre-", r"\bprivatsphäre-einstellungen\b"),
        (
            "newsletter",
            r"\bnewsletter\b.{0,80}\b(?:abonn\w+|anmeld\w+|inbox|postfach|subscribe|sign up|inscri\w+)\b"
            r"|\b(?:abonn\w+|anmeld\w+|subscribe|sign up|inscri\w+)\b.{0,60}\bnewsletter",
        ),
        ("whatsapp", r"\bwhatsapp-kanal\b|\bwhatsapp channel\b"),
        ("exclusivo|riservato", r"\b(?:contenido|conteúdo|contenuto) (?:exclusivo|riservato)\b"),
        ("donation|support our ", r"\bmake a donation\b|\bsupport our (?:work|journalism)\b"),
        (
            "load",
            r"\b(?:video|advertisement|player|content|ad) (?:has|have|could|can|did)(?:\snot|n['’]t)?\s?"
            r"(?:failed to |be )?load(?:ed)?\b",
        ),
        (
            "premium |exclusive ",
            r"\b(?:premium|exclusive) (?:content|articles)\b.{0,60}\b(?:with your account|subscri\w+|members?)\b",
        ),
        ("may not be ", r"\bmay not be (?:published|reproduced|redistributed|copied)\b"),
        ("minutes", r"\bdelayed (?:by )?(?:at least )?(?:\d+|two|fifteen|twenty) minutes\b"),
        ("commission|affiliate", r"\bearn (?:an? )?(?:affiliate )?commissions?\b|\baffiliate[- ]links?\b"),
        ("会員", r"有料会員|会員限定|無料会員"),
    )
)
# What consent banners speak of; a sentence with three of them is one.
_CONSENT = re.compile(
    r"cookie|tracking|personali[sz]|einwilligung|zustimmung|zustimmen|consent|datenschutz|privacy|third part"
    r"|drittanbieter|drittl"
    r"|legitimate interest|berechtigte|targeted ad|browsing|personenbezogen|personal data|datenübermittlung"
    r"|publicité ciblée"
    r"|consentement|confidentialité|données personnelles|consentimiento|datos personales|widerruf|werbung und"
    r"|relevante inhalte"
)
_CONSENT_ANCHORS = ("cookie", "tracking", "privacy", "consent", "datenschutz", "zustimm", "einwilligung", "personal")


def addressing(text: str) -> tuple[Address, ...]:
    """What of the page's speaking to its users may stand in a document; the text is all of it."""
    low = text.lower()
    asked = tuple(address for address in _ADDRESSED if any(anchor in low for anchor in address[0]))
    consent = any(word in low for word in _CONSENT_ANCHORS)
    return (*asked, (_CONSENT_ANCHORS, None)) if consent else asked


def addressed(text: str, low: str, words: int, asked: Sequence[Address]) -> bool:
    """Whether a sentence is the page speaking to its users: consent, accounts, newsletters, blockers.

    `low` is the text in lower case, `asked` what `addressing` says of the document.
    """
    if words > 110 or words < 3:
        return False
    for anchors, pattern in asked:
        for anchor in anchors:
            if anchor in low:
                if pattern.search(text) if pattern else len(set(_CONSENT.findall(low))) >= 3:
                    return True
                break
    return False
