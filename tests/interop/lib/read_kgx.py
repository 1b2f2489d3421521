"""Read the tables of KGX with kgx itself, validate them, and check what its
validator leaves out: words of Biolink's enumerations.

read_kgx.py NODES EDGES: runs in a Python that has kgx.  Prints a JSON object.
kgx would fetch the model at start; that of the package biolink-model is given
to it instead, with the prefixes of ours that Biolink does not list.
"""

import json
import pathlib
import sys

import biolink_model
import bmt.toolkit
import kgx.config
import yaml

SCHEMA = pathlib.Path(list(biolink_model.__path__)[0],
                      "schema/biolink_model.yaml")
MODEL = yaml.safe_load(SCHEMA.read_text("utf-8"))
OURS = {"FPLX": "https://identifiers.org/fplx/",
        **{f"pathquill.{part}": f"https://w3id.org/pathquill/{part}/"
           for part in ("entity", "event")}}
ENUMS = {"object_aspect_qualifier":
         "GeneOrGeneProductOrChemicalEntityAspectEnum",
         "object_direction_qualifier": "DirectionQualifierEnum",
         "knowledge_level": "KnowledgeLevelEnum",
         "agent_type": "AgentTypeEnum"}


def context():
    """The prefixes that Biolink knows."""
    known = {name: f"http://example.org/{name}/"
             for part in ("classes", "slots")
             for thing in MODEL[part].values()
             for name in (thing or {}).get("id_prefixes", ())}
    return {**known, **{name: str(value) for name, value in
                        MODEL["prefixes"].items()}, **OURS}


def main():
    """Read, validate, print."""
    bmt.toolkit.Toolkit.__init__.__defaults__ = (
        str(SCHEMA), {"predicate mappings": []})
    kgx.config.jsonld_context_map["biolink"] = context()
    from kgx.transformer import Transformer
    from kgx.validator import Validator
    reader = Transformer()
    reader.transform({"filename": sys.argv[1:3], "format": "tsv"})
    graph = reader.store.graph
    validator = Validator()
    validator.validate(graph)
    values = {name: set(MODEL["enums"][enum]["permissible_values"])
              for name, enum in ENUMS.items()}
    odd = sorted({f"{name}={edge[name]}"
                  for _, _, edge in graph.edges(data=True)
                  for name in ENUMS if edge.get(name) and
                  edge[name] not in values[name]})
    json.dump({"nodes": graph.number_of_nodes(),
               "edges": graph.number_of_edges(), "odd": odd,
               "model": MODEL.get("version", "?"),
               "negated": sum(str(edge.get("negated")) == "True"
                              for _, _, edge in graph.edges(data=True)),
               "errors": validator.get_errors()}, sys.stdout, default=str)


if __name__ == "__main__":
    main()
