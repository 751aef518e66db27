"""Build the index of invented records into a folder; print its cost and that of one changed record as JSON.

usage: python -m tests.bench.search_build COUNT FOLDER

As in a build of the site, documents are made one at a time and nothing collects garbage. Memory is
that of the whole process.
"""

import gc
import json
import marshal
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from plugins.languages.translations import load_translations
from plugins.search.index import build_index, build_index_of
from plugins.search.keeping import source_of
from tests.bench.search_corpus import make_records
from tests.search.conftest import write_files


def main() -> None:
    """Build twice: everything, then again with one record changed."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    gc.disable()
    inventing = _cpu(lambda: sum(1 for _ in make_records(count)))
    start = time.process_time()
    index = build_index((document for document, _ in make_records(count)), "bg")
    build = time.process_time() - start - inventing
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    write_files(folder, index.files)
    cache = marshal.dumps(index.cache)
    documents = [document for document, _ in make_records(count)]
    middle = count // 2
    documents[middle] = documents[middle]._replace(text=(("Съвсем нов текст за една стара чешма", "bg"),))
    sources = list(map(source_of, documents))
    start = time.process_time()
    again = build_index_of(sources, "bg", load_translations("bg"), marshal.loads(cache))  # noqa: S302  # written just above
    changed = time.process_time() - start
    written = len(again.files.keys() - index.files.keys())
    costs = {"build": build, "memory": memory, "changed": changed, "written": written}
    print(json.dumps({**costs, "terms": index.terms}))


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
