"""What `worker`, `outbox` and stories with effects say in English on the command line, by id."""

TEXTS: dict[str, str] = {
    "test.sends": "what is still to be sent then: {told}",
    "test.act.effect": '{on}: effect "{name}" in {case}: {position}.',
}
