"""Places in YAML and JSON files: JSON Pointer → span of the value."""

from __future__ import annotations

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from rscheck.source.text import SourceText, Span

Places = dict[str, Span]


class BadYamlError(Exception):
    """Not YAML: a message and its place."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


def spans(text: SourceText) -> Places:
    """The span of every value; of a mapping or a list, that of all its entries."""
    try:
        root = YAML(typ="rt", pure=True).compose(text.text)
    except MarkedYAMLError as error:
        raise bad(error) from error
    found: Places = {}
    if root is not None:
        _walk(root, "", text, found)
    return found


def bad(error: MarkedYAMLError) -> BadYamlError:
    """The first problem that the reader of YAML names."""
    mark = error.problem_mark or error.context_mark
    message = " ".join(str(error.problem or error.context or "not YAML").split())
    return BadYamlError(message, mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)


def _walk(node: Node, pointer: str, text: SourceText, found: Places) -> None:
    start, end = node.start_mark.index, node.end_mark.index
    # The end of a block lies behind the blank lines and comments that follow it.
    parts = _parts(node)
    for step, child in parts:
        _walk(child, f"{pointer}/{step}", text, found)
    if parts and text.text[end - 1 : end] not in ("]", "}"):
        end = found[f"{pointer}/{parts[-1][0]}"].end.offset
    trimmed = len(text.text[start:end].rstrip())
    found[pointer] = text.span(start, start + trimmed)


def _parts(node: Node) -> list[tuple[str, Node]]:
    if isinstance(node, MappingNode):
        return [(_escape(str(key.value)), value) for key, value in node.value]
    if isinstance(node, SequenceNode):
        return [(str(number), value) for number, value in enumerate(node.value)]
    return []


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
