"""Dark and light: the colours of the screen as variables for the style sheets."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from tui.views.colours import DARK_COLOURS, LIGHT_COLOURS


def _theme(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["link"],
        secondary=colours["moved"],
        warning=colours["edit"],
        error=colours["error"],
        success=colours["right"],
        accent=colours["accent"],
        foreground=colours["ink"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["panel"],
        dark=dark,
        variables={
            **colours,
            "input-cursor-background": colours["ink"],
            "input-cursor-foreground": colours["ground"],
            "input-selection-background": colours["cursor"],
            "scrollbar": colours["rule"],
            "scrollbar-hover": colours["dim"],
            "scrollbar-active": colours["dim"],
            "scrollbar-background": colours["ground"],
            "scrollbar-background-hover": colours["ground"],
            "scrollbar-background-active": colours["ground"],
            "scrollbar-corner-color": colours["ground"],
        },
    )


DARK = _theme("wireside-dark", DARK_COLOURS, dark=True)
LIGHT = _theme("wireside-light", LIGHT_COLOURS, dark=False)


def defaults(theme: Theme) -> dict[str, str]:
    """Our variables for a theme that does not know them: its own ground and text, our signal colours."""
    made = theme.to_color_system().generate()
    colours = dict(DARK_COLOURS if theme.dark else LIGHT_COLOURS)
    colours |= {
        "ground": made["background"],
        "panel": made["surface"],
        "cursor": made["panel"],
        "ink": made["foreground"],
        "bright": made["foreground"],
        "accent": made["accent"],
        "error": made["error"],
    }
    return colours


def chosen(environment: Mapping[str, str]) -> str:
    """The theme to begin with: WIRESIDE_THEME (`dark`, `light` or the name of a theme), else dark."""
    asked = environment.get("WIRESIDE_THEME", "")
    return {"": DARK.name, "dark": DARK.name, "light": LIGHT.name}.get(asked, asked)
