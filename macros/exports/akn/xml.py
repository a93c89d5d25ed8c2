"""Elements of XML, and the white space between them."""

from xml.etree.ElementTree import Element

# The elements that hold words. White space that we put into them would be white space of the official text.
WORDS = {"block", "heading", "num", "p", "subheading"}


def make(tag: str, /, *content: Element | str, **attributes: str) -> Element:
    """Returns an element with the given words and elements in it, in their order.

    An underscore after the name of an attribute is left out: `for_`, `from_` and `as_` are words of Python.
    """
    element = Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    for part in content:
        if isinstance(part, Element):
            element.append(part)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + part
        else:
            element.text = (element.text or "") + part
    return element


def spread(element: Element, depth: int = 0) -> None:
    """Puts each element on a line of its own, except inside those that hold words."""
    if element.tag in WORDS or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        spread(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth
