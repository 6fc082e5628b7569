"""Holds `nv set` lines against NVIDIA's schema of NVUE, as package nvueschema of PyPI has it.

usage: check_nvue.py RELEASE FILE...   says FILE:LINE: why, for each line that the release does not know
"""
import importlib
import ipaddress
import re
import shlex
import sys
import types
import typing

from pydantic import BaseModel, TypeAdapter, ValidationError


def alternatives(annotation):
    origin = typing.get_origin(annotation)
    if origin is typing.Union or origin is types.UnionType:
        return [one for arg in typing.get_args(annotation) for one in alternatives(arg)]
    if origin is typing.Annotated and typing.get_origin(typing.get_args(annotation)[0]) is typing.Union:
        return alternatives(typing.get_args(annotation)[0])
    return [annotation]


def children(annotation):
    """What may follow: names with their types, and the type behind any key where there are keys."""
    named, keyed = {}, None
    for one in alternatives(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel):
            named.update({f.alias or n: f.annotation for n, f in one.model_fields.items()})
        elif typing.get_origin(one) is dict:
            keyed = typing.get_args(one)[1]
    return named, keyed


def accepts(annotation, word):
    for one in alternatives(annotation):
        if one is type(None) or typing.get_origin(one) is dict:
            continue
        if isinstance(one, type) and issubclass(one, BaseModel):
            continue
        try:
            TypeAdapter(one).validate_python(int(word) if re.fullmatch(r"\d+", word) and _numeric(one) else word)
            return True
        except ValidationError:
            pass
    return False


def _numeric(one):
    return one is int or (typing.get_origin(one) is typing.Annotated and typing.get_args(one)[0] is int)


def wrong(schema, line):
    words = shlex.split(line)
    if words[:2] != ["nv", "set"]:
        return "is not a line of `nv set`"
    at = schema
    for i, word in enumerate(words[2:], 3):
        named, keyed = children(at)
        rest = words[i:]
        if word in named:
            at = named[word]
        elif keyed is not None:
            at = keyed
        elif accepts(at, word) and not rest:
            return None
        elif not named and not [a for a in alternatives(at) if a is not type(None)] and not rest:
            return None  # a constant that the package does not list
        else:
            return f"word {i} `{word}` is none of {', '.join(sorted(named)) or 'the values'}"
        if at is typing.Any:
            return None if not rest else f"word {i + 1} `{rest[0]}` is too much"
    named, keyed = children(at)
    # a leaf needs its value; a node and a key may stand alone
    if not named and keyed is None and alternatives(at) != [type(None)]:
        return "lacks a value"
    return None


def main():
    release, files = sys.argv[1], sys.argv[2:]
    schema = importlib.import_module("nvueschema.models.v" + release.replace(".", "_")).NvueConfig
    found = 0
    for name in files:
        with open(name, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                why = wrong(schema, line.rstrip("\n"))
                if why:
                    found += 1
                    print(f"{name}:{number}: {why}: {line.strip()}")
    return 1 if found else 0


sys.exit(main())
