"""From a request in plain French to a sourced draft."""
