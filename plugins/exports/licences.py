"""Know licences by the names that people, programs and addresses give them."""

# what people call it → the name that programs know it by (SPDX), and its address
LICENCES = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0 1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}


def address_of(name: str) -> str | None:
    """Give the address of a licence by either of its names, or by itself; None for one that nobody knows."""
    if name.startswith(("http://", "https://")):
        return name
    return next((address for called, (short, address) in LICENCES.items() if name in (called, short)), None)
