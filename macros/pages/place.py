"""Where in a template an error arose."""

from os.path import relpath

from jinja2 import TemplateSyntaxError


def place(error: Exception, template: str) -> str:
    """Returns the "file:line" of the innermost template in which `error` arose, from the current folder; `template`, if
    none ran."""
    if isinstance(error, TemplateSyntaxError):
        return f"{relpath(error.filename or template)}:{error.lineno}"
    trace, found = error.__traceback__, template
    while trace:
        names = trace.tb_frame.f_globals
        if running := names.get("__jinja_template__"):
            found = f"{relpath(running.filename)}:{running.get_corresponding_lineno(trace.tb_lineno)}"
        elif "__jinja_exception__" in names:  # Jinja has rewritten the traceback
            found = f"{relpath(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def told(error: Exception, template: str = "overrides/main.html") -> str:
    """Returns "file:line: message" for an error that arose in a template."""
    return f"{place(error, template)}: {error}"
