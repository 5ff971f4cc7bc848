"""What `worker`, `outbox` and stories with effects say in Dutch on the command line, by id."""

TEXTS: dict[str, str] = {
    "test.sends": "wat dan nog te verzenden is: {told}",
    "test.act.effect": '{on}: verzending "{name}" in {case}: {position}.',
}
