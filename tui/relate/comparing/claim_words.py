"""Small words that turn a claim: negations, verbs of saying, and what happens to people who are counted."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NEGATIONS = {
    "en": "not no never none nobody nothing neither nor without cannot hardly barely",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder",
    "fr": "ne pas jamais aucun aucune sans rien ni",
    "es": "no nunca jamás ningún ninguna ninguno sin nadie nada tampoco",
    "it": "non mai nessun nessuno nessuna senza niente nulla né",
    "pt": "não nunca jamais nenhum nenhuma sem ninguém nada",
    "nl": "niet geen nooit niemand zonder niets noch",
}
NEGATIONS = {code: _words(listed) for code, listed in _NEGATIONS.items()}

# One row is one way of saying it: a change within a row is style, a change of row is a change of attribution.
_SAYING = """
    say says said saying tell tells told telling added adding noted stated continued explained replied wrote
    claim claims claimed claiming
    allege alleges alleged alleging allegedly
    deny denies denied denying denial
    admit admits admitted admitting
    acknowledge acknowledges acknowledged concede concedes conceded
    confirm confirms confirmed confirming
    insist insists insisted insisting
    assert asserts asserted asserting
    suggest suggests suggested suggesting
    warn warns warned warning
    accuse accuses accused accusing
    reportedly
    apparently
    according
    announce announces announced announcing
    declare declares declared declaring
    promise promises promised vow vows vowed
    reveal reveals revealed disclose discloses disclosed
    sagte sagt sagten erklärte erklärt
    behauptete behauptet behaupteten angeblich mutmaßlich
    dementierte bestritt bestreitet
    bestätigte bestätigt
    dit déclaré déclare affirmé affirme
    prétend prétendu
    nie nié dément démenti
    dijo dice dijeron afirmó afirma declaró
    negó niega
    confirmó confirma
    disse detto dichiarato afferma affermato afirmou
    negato negou
    zei zegt zeiden verklaarde
    beweert beweerde
    ontkent ontkende
"""
SAYING = {word: row.split()[0] for row in _SAYING.strip().splitlines() for word in row.split()}
SAYING |= dict.fromkeys(("argue", "argues", "argued", "arguing", "contends", "contended", "stating", "writes"), "say")

# Ways of saying it that leave it open whether it is so: they are told wherever they come in or go.
HEDGES = frozenset({"claim", "allege", "reportedly", "apparently", "deny", "behauptete", "prétend"})

# Verbs and adjectives that say "not" without the word.
DENIALS = _words("""
    refuse refuses refused refusing fail fails failed failing deny denies denied denying decline declines declined
    reject rejects rejected unable impossible unlikely lack lacks lacked avoid avoided prevent prevented stop stopped
    unclear unknown yet few little rule ruled dismiss dismissed
""")

# One row is one kind of people: another word of the row is style, a word of another row is somebody else.
_ROLES = """
    army military troops soldiers soldier forces
    navy
    police policemen policeman officers constables
    government administration cabinet
    opposition
    parliament lawmakers lawmaker legislators mps congressmen senators
    court judge judges tribunal magistrate
    prosecutor prosecutors
    rebels rebel militants militant insurgents insurgent fighters fighter gunmen gunman guerrillas
    terrorists terrorist extremists extremist
    protesters protester demonstrators demonstrator marchers
    rioters rioter mob
    migrants migrant immigrants
    refugees refugee
    civilians civilian residents villagers
    children child
    students student pupils
    workers employees staff
    doctors doctor medics
    scientists researchers
    journalists reporters
    witnesses witness
    victims victim
    suspects suspect
    hostages hostage captives
    prisoners prisoner detainees detainee inmates
    firefighters firefighter
    union unions
    rescuers rescuer
    company firm
    bank
    president
    minister
    mayor
    spokesman spokeswoman spokesperson
    lawyer lawyers attorney attorneys
"""
ROLES = {word: row.split()[0] for row in _ROLES.strip().splitlines() for word in row.split()}

# What makes another of the one it stands before.
QUALIFIERS = _words("""
    former ex acting interim deputy vice late outgoing incoming alleged suspected accused convicted self-proclaimed
    self-styled would-be retired disgraced
""")

# Counts of one kind of fate never answer counts of another, whatever else their sentences share.
_FATES = """
    kill killed kills killing dead death deaths die died dies fatal fatalities slain perished toll
    injure injured injures injuries wound wounded wounds hurt casualties
    arrest arrested arrests detain detained detentions jailed imprisoned custody charged
    missing disappeared unaccounted
    displaced evacuated evacuees homeless fled flee
    rescued saved survivors survived
"""
FATES = {word: number for number, row in enumerate(_FATES.strip().splitlines()) for word in row.split()}

# Lower-case words that stand inside a name of several words ("the" only behind "of").
JOINERS = _words("of the & de la le les el al bin ibn bint van von der den di da do du del dos des y e zu")

NUMBERS = _words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion dozens
""")

# What stands before a name and is none by itself.
TITLES = _words("mr mrs ms miss mx dr sir dame lord lady rev prof mme mlle herr frau señor señora sr sra")

# Those counted whose plural has no ending of its own.
COUNTED = _words("people men women children police troops personnel staff crew cattle sheep fish aircraft")
