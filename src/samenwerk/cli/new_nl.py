"""What `samenwerk new` says in Dutch, by id."""

TEXTS: dict[str, str] = {
    "help.new": "maakt iets om mee te beginnen: een regio, levensloop, regel, verhaal of plug-in",
    "long.new": "Maakt iets om mee te beginnen: klein, met uitleg erbij, en zonder fouten. U "
    "verandert het daarna naar uw eigen afspraken. Wat er al staat, wordt nooit overschreven.",
    "help.new region": "een map met een werkwijze, register en verhalen",
    "long.new region": "Maakt de map NAAM met een werkwijze, een register en verhalen die meteen "
    "kloppen. Aan een terminal stelt de opdracht een paar vragen; Enter neemt wat tussen [ ] "
    "staat. Met --yes, of zonder terminal, wordt dat overal genomen.",
    "help.new lifecycle": "een levensloop met een verhaal, in een werkwijze die er is",
    "help.new rule": "een regel waar een stap naar vraagt, in een werkwijze die er is",
    "help.new scenario": "een verhaal, bij een werkwijze die er is",
    "long.new lifecycle": "Voegt aan een werkwijze een levensloop toe, met fasen, stappen, een "
    "regel en een verhaal dat meteen klopt. Wat er al stond, blijft staan.",
    "long.new rule": "Voegt aan een werkwijze een regel toe, met het stuk waar zij naar vraagt, "
    "en laat een stap ernaar vragen. Eerst waarschuwt zij alleen, zodat alle verhalen blijven "
    "kloppen.",
    "long.new scenario": "Voegt bij een werkwijze een verhaal toe dat meteen klopt: het gaat "
    "verder op een ander verhaal, en vraagt wat daar kan. Daarna maakt u er uw eigen verhaal van.",
    "option.after": "het verhaal waarop dit verdergaat",
    "option.step": "de stap die ernaar vraagt, als levensloop.stap",
    "new.taken": '"{name}" is in deze werkwijze al de naam van iets. Typ bijvoorbeeld:\n  '
    "samenwerk new {kind} {near}",
    "new.not_right": "Eerst moet kloppen wat er al is: doe samenwerk check {path} en samenwerk "
    "test {path}, en verhelp wat daar staat. Er is niets veranderd.",
    "new.no_fit": "Voor {name} is hier geen plaats te vinden waarmee alles blijft kloppen. Er is "
    "niets veranderd. Noem een ander verhaal met --after, of een andere stap met --step.",
    "new.no_place": "In {file}, bij regel {line}, is niet zeker waar dit bij moet. Er is niets "
    "veranderd. Noem een andere stap, of schrijf het daar zelf bij.",
    "new.no_step": "In deze werkwijze is geen stap die iemand zet: begin met samenwerk new "
    "lifecycle.",
    "new.no_story": "Er is nog geen verhaal dat eindigt met een dossier dat openstaat: maak eerst "
    "een levensloop met samenwerk new lifecycle.",
    "new.ask.name": "Hoe heet dit voor mensen?",
    "new.ask.step": "Welke stap vraagt hiernaar?",
    "new.piece.made": "{name} is gemaakt en nagekeken: geen fouten, en alle {count} verhalen gaan "
    "zoals ze zeggen. Gemaakt of aangevuld:",
    "new.piece.next": "Pas het aan naar wat u afsprak. Kijk daarna weer na:",
    "option.nl": "de naam voor mensen, in het Nederlands",
    "option.en": "de naam voor mensen, in het Engels",
    "option.extends": "waarop het voortbouwt: een werkwijze, een map, of none (op niets)",
    "option.party": 'een partij, als "gemeente: Gemeente Lindedaal" (mag vaker)',
    "option.chair": "wie voorzitter is",
    "option.supporter": "wie ondersteunt, los van alle partijen",
    "option.yes": "stel geen vragen",
    "metavar.kind": "SOORT NAAM",
    "metavar.sorted": "SOORT:NAAM",
    "new.no_kind": '"{name}" is niet te maken; wel: {names}.',
    "new.no_kind_near": '"{name}" is niet te maken. Bedoelde u "{near}"?',
    "new.name.shape": '"{name}" kan geen naam zijn: een naam bestaat uit kleine letters zonder '
    "accenten, cijfers, - en _, en begint met een letter. Typ bijvoorbeeld:\n  samenwerk new "
    "{kind} {near}",
    "new.name.long": "Deze naam is te lang: hij heeft hoogstens 60 tekens. Typ bijvoorbeeld:\n  "
    "samenwerk new {kind} {near}",
    "new.name.word": '"{name}" is een vast woord van de taal en kan geen naam zijn. Typ '
    "bijvoorbeeld:\n  samenwerk new {kind} {near}",
    "new.name.system": '"{name}" kan op Windows geen map of bestand heten. Typ bijvoorbeeld:\n  '
    "samenwerk new {kind} {near}",
    "new.name.packaged": '"{name}" is al een werkwijze die bij samenwerk hoort. Typ '
    "bijvoorbeeld:\n  samenwerk new {kind} {near}",
    "new.exists": "{name} bestaat hier al, en daar blijft alles zoals het is. Kies een andere "
    "naam, of ga eerst naar een andere map.",
    "new.unwritable": "In deze map is niets te maken: {folder}",
    "new.empty": "Een naam kan niet leeg zijn.",
    "new.base_differs": "Op {base} past het gewone begin niet: {why} Er is niets gemaakt. Bouw "
    "voort op iets anders met --extends, of op niets met --extends {nothing}.",
    "new.base_strange": "Op {base} past het gewone begin niet: geen van de verhalen gaat daar "
    "zoals het zegt. Er is niets gemaakt. Bouw voort op iets anders met --extends, of op niets met "
    "--extends {nothing}.",
    "new.supporter.alone": "--supporter hoort bij een basis die om een ondersteuner vraagt; "
    "zonder basis is er geen. Laat het weg.",
    "new.party.shape": '"{written}" is zo geen partij: schrijf de soort en de naam, als "{sort}: '
    'Naam van de partij".',
    "new.party.sort": '"{written}" is geen soort partij; mogelijk is: {names}.',
    "new.party.few": "Samenwerken doet u met minstens twee partijen. Noem er nog een met --party.",
    "new.party.financier": "De basis vraagt minstens één financier. Noem er met --party een van "
    "deze soorten bij: {names}.",
    "new.chair.unknown": '"{written}" is geen van de partijen; dat zijn: {names}.',
    "new.region.title": "Samenwerking {name}",
    "new.ask.title": "Hoe heet uw samenwerking voor mensen?",
    "new.ask.extends": "Waarop bouwt u voort ({nothing}: op niets)?",
    "new.ask.parties": 'Wie doen mee? Schrijf per partij de soort en de naam, als "gemeente: '
    'Gemeente Lindedaal". Soorten zijn: {sorts}. Een lege regel sluit af; staat er dan nog niets, '
    "dan krijgt u vijf verzonnen partijen.",
    "new.ask.party": "Partij {number}",
    "new.ask.chair": "Wie is voorzitter?",
    "new.ask.supporter": "Wie ondersteunt, los van alle partijen?",
    "new.region.made": "De map {name} is gemaakt en nagekeken: geen fouten, en {count} verhalen "
    "die gaan zoals ze zeggen.",
    "new.region.made.one": "De map {name} is gemaakt en nagekeken: geen fouten, en een verhaal dat "
    "gaat zoals het zegt.",
    "new.region.less.rule": "De eigen regel van het gewone begin is weggelaten, want op {base} "
    "past die niet of is die er al.",
    "new.region.less.stories": "Een deel van de gewone verhalen is weggelaten, want op {base} gaan "
    "die anders.",
    "new.chosen": "Zonder vragen is dit gekozen:",
    "new.region.chosen.on": "zij bouwt voort op {base};",
    "new.region.chosen.alone": "zij staat op zichzelf;",
    "new.region.chosen.invented": "{count} verzonnen partijen; voorzitter is {chair}. Anders? Zie "
    "samenwerk new region --help.",
    "new.region.chosen.who": "{count} partijen; voorzitter is {chair}. Anders? Zie samenwerk new "
    "region --help.",
    "new.next": "Open workflow.toml en pas het aan. Kijk daarna weer na:",
    "help.new plugin": "een pakket met een plug-in, in Python",
    "long.new plugin": "Maakt het pakket samenwerk-NAAM: een plug-in in Python die werkt, met "
    "tests, een README, en een werkwijze met register en verhalen die hem nodig heeft. --with "
    "zegt wat hij meebrengt: de namen van haken met komma's ertussen (rules, facts, methods, "
    "effects, due_items, reports, exports, parts, calendars, ranks, payments, accounts, "
    "leaf_kinds, checks, cli_commands), of all voor alles; anders een regel.",
    "option.with": "wat hij meebrengt, met komma's ertussen",
    "metavar.hooks": "HAKEN",
    "new.name.plugin_shape": '"{name}" kan niet de naam van een plug-in zijn: die bestaat '
    "uit kleine "
    "letters zonder accenten, cijfers en _, begint met een letter, en heeft geen samenwerk ervoor. "
    "Typ bijvoorbeeld:\n  samenwerk new {kind} {near}",
    "new.name.plugin": '"{name}" is al de naam van een plug-in die hier geïnstalleerd is. Typ '
    "bijvoorbeeld:\n  samenwerk new {kind} {near}",
    "new.plugin.no_hook": 'Met "{name}" kan een nieuwe plug-in niet beginnen; wel met: {names}, '
    "of met all.",
    "new.plugin.no_hook_near": 'Met "{name}" kan een nieuwe plug-in niet beginnen. Bedoelde u '
    '"{near}"?',
    "new.plugin.made": "Het pakket {name} is gemaakt. Het brengt mee: {hooks}.",
    "new.plugin.next": "Installeer het waar u eraan werkt, en zie of alles in orde is:",
}
"""Id to sentence."""
