"""Invented documents for the tests of the search, made from a seed."""

import random
from collections.abc import Iterator

from plugins.search.document import Document

_KINDS = (("association", "Сдружение"), ("foundation", "Фондация"), ("chitalishte", "Читалище"))
_PLACES = (
    ("KRZ16", (("Кърджали", "bg"), ("Kırcaali", "tr"), ("Kardzhali", "en"))),
    ("KRZ02", (("Ардино", "bg"), ("Eğridere", "tr"))),
    ("VRC10", (("Враца", "bg"), ("Vratsa", "en"))),
    ("RAZ26", (("Разград", "bg"), ("Hezargrad", "tr"))),
)
_CAUSES = (
    ("reki", (("Чисти реки", "bg"), ("Temiz nehirler", "tr"), ("Clean rivers", "en"))),
    ("hrana", (("Храна за всички", "bg"), ("Herkese yemek", "tr"), ("Food for all", "en"))),
    ("knigi", (("Детски книги", "bg"), ("Çocuk kitapları", "tr"), ("Children's books", "en"))),
)
_WORDS = (
    "доброволци почистват речните брегове възрастни хора кухня топъл обяд библиотека четат приказки деца училище "
    "планински пътеки занаяти тютюн празници музика танци народни носии спорт здраве лекари транспорт автобуси "
    "младежи работилница изложба снимки спомени жени градина пчелари мед гори дъбове вода чешми език уроци"
).split()


def make_documents(count: int, seed: int = 1) -> Iterator[Document]:
    """Yield documents whose words follow a skewed distribution, as those of real texts do."""
    choice = random.Random(seed)
    for number in range(count):
        kind, label = choice.choice(_KINDS)
        place, names = choice.choice(_PLACES)
        cause, topics = choice.choice(_CAUSES)
        words = [_WORDS[int(len(_WORDS) * choice.random() ** 2)] for _ in range(choice.randint(5, 60))]
        text = " ".join(words)
        yield Document(
            id=f"record-{number:05}",
            type="organisation",
            url=f"organisations/record-{number:05}.html",
            title=(f"{label} „{choice.choice(_WORDS)} {choice.choice(_WORDS)} {number}“", "bg"),
            names=((f"Kuruluş {number}", "tr"),),
            places=names,
            topics=topics,
            text=((text, "bg"),),
            identifiers=(f"{100000000 + number}",),
            summary=(text, "bg"),
            kind=label,
            where=names[0][0],
            facets=(("kind", kind, label), ("place", place, names[0][0]), ("cause", cause, topics[0][0])),
            order=place,
            weight=choice.choice((0, 0, 0, 2)),
        )
