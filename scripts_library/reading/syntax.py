"""What the YAML parser stumbled over, in words that help a trainer to mend it."""

# Fragments of the parser's own messages, the first that fits.
_SENTENCES = (
    ("mapping values are not allowed", "yaml_colon"),
    ("could not find expected ':'", "yaml_no_colon"),
    ("did not find expected key", "yaml_indentation"),
    ("did not find expected '-'", "yaml_indentation"),
    ("are not allowed in this context", "yaml_indentation"),
    ("did not find expected <document start>", "yaml_indentation"),
    ("tab character", "yaml_tab"),
    ("did not find expected ','", "yaml_bracket"),
    ("did not find expected node content", "yaml_bracket"),
    ("found unexpected ':'", "yaml_bracket"),
    ("found unexpected end of stream", "yaml_quote"),
    ("found unexpected document indicator", "yaml_quote"),
    ("escape", "yaml_escape"),
    ("hexdecimal", "yaml_escape"),
    ("cannot start any token", "yaml_first_character"),
    ("did not find expected alphabetic", "yaml_first_character"),
    ("comment or line break", "yaml_block"),
    ("indentation indicator", "yaml_block"),
    ("tag", "tag"),
)


def sentence_for(problem: str) -> str:
    """The code of our sentence for a message of the parser."""
    return next((code for fragment, code in _SENTENCES if fragment in problem), "yaml_other")
