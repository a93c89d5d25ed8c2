"""Packs files so that the same files give the same archive: in order, nobody's own, dated by the data."""

import gzip
import io
import stat
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import PurePosixPath

FOLDER, FILE = 0o755, 0o644  # modes
UNIX = 3  # the system whose modes a zip holds; Python would write that of the machine


def members(files: Mapping[str, bytes], top: str) -> Iterator[tuple[str, bytes | None]]:
    """Yields the name of each folder and file, put under the folder `top`, in order; a folder has no bytes: None."""
    placed: dict[str, bytes | None] = {f"{top}/{name}": content for name, content in files.items()}
    above = {str(parent) for name in placed for parent in list(PurePosixPath(name).parents)[:-1]}
    yield from sorted((placed | dict.fromkeys(above)).items())


def seconds(day: date) -> int:
    """Returns the first second of a day, counted from 1970."""
    return int(datetime.combine(day, time(), UTC).timestamp())


def tar_gz(files: Mapping[str, bytes], top: str, day: date) -> bytes:
    """Returns a gzipped tar archive of `files`, given by their names; all stand under the folder `top`."""
    stream = io.BytesIO()
    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as gzipped,
        tarfile.open(fileobj=gzipped, mode="w") as archive,
    ):
        for name, content in members(files, top):
            member = tarfile.TarInfo(name)  # belongs to user and group 0
            member.mtime = seconds(day)
            member.mode = FOLDER if content is None else FILE
            member.type = tarfile.DIRTYPE if content is None else tarfile.REGTYPE
            member.size = len(content or b"")
            archive.addfile(member, io.BytesIO(content or b""))
    return stream.getvalue()


def zipped(files: Mapping[str, bytes], top: str, day: date) -> bytes:
    """Returns a zip archive of `files`, given by their names; all stand under the folder `top`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members(files, top):
            folder = content is None
            member = zipfile.ZipInfo(f"{name}/" if folder else name, (day.year, day.month, day.day, 0, 0, 0))
            member.create_system = UNIX
            member.external_attr = (stat.S_IFDIR | FOLDER if folder else stat.S_IFREG | FILE) << 16
            archive.writestr(member, content or b"", zipfile.ZIP_DEFLATED, compresslevel=9)
    return stream.getvalue()
