"""XML read with care: no entities, no network, no huge trees; and the words of a paragraph joined as a reader sees."""

from collections.abc import Iterator

from lxml import etree

from kith.engines.guard.matching.words import word_set

# Attributes that people can read somewhere: alternative text, authors, link targets, names of sheets and styles.
_TELLING = word_set(
    "descr title alt author initials Target href name val tooltip instr lastModifiedBy text comment prompt promptTitle "
    "error errorTitle display location userName string-value value description label formula sourcelinked oddHeader "
    "progId statusText helpText help refersTo connectionString command fill id uri tag placeholder"
)
_PARAGRAPHS = word_set("p h si row lastModifiedBy creator title subject description keywords category")
_GAPS = word_set("tab br cr s line-break tc cell")


def parse(data: bytes) -> etree._Element:
    """Parse XML with entities, DTDs and network off.

    Raises:
        lxml.etree.LxmlError: it is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    return etree.fromstring(data, parser)


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(root: etree._Element) -> str:
    """Join all words: runs of one paragraph without a gap, paragraphs on lines of their own."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "start":
            pieces += ["\n"] if local(element) in _PARAGRAPHS else [" "] if local(element) in _GAPS else []
        elif event == "end":
            pieces += ["\n"] if local(element) in _PARAGRAPHS else []
        if event != "end":
            pieces.append(element.text or "")
        else:
            pieces.append(element.tail or "")
    return "".join(pieces)


def attributes_of(root: etree._Element) -> Iterator[str]:
    """Give the attributes a person could read somewhere, each once."""
    seen: set[str] = set()
    for element in root.iter():
        for name, value in element.attrib.items():
            text = str(value)
            if str(name).rpartition("}")[2] in _TELLING and len(text) > 2 and text not in seen:
                seen.add(text)
                yield text
