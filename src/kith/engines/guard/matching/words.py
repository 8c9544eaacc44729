"""Word lists of our own: titles, sorts of street and institution, and names that are ordinary words as well."""


def word_set(words: str) -> frozenset[str]:
    """Make a set of the words of a line or a page."""
    return frozenset(words.split())


TITLES = word_set("mr mrs ms miss mx dr doctor master sir madam aunt auntie uncle rev revd prof professor")

STREET_TYPES: dict[str, tuple[str, ...]] = {
    "road": ("rd",),
    "street": ("str", "st"),
    "avenue": ("ave", "av"),
    "lane": ("ln", "la"),
    "close": ("cl", "clo"),
    "drive": ("drv", "dr"),
    "court": ("crt", "ct"),
    "crescent": ("cresc", "cres", "cr"),
    "place": ("pl",),
    "terrace": ("terr", "ter", "tce"),
    "gardens": ("gdns", "gdn", "garden"),
    "grove": ("grv", "gr"),
    "square": ("sq",),
    "rise": ("ri",),
    "way": ("wy",),
    "hill": ("hl",),
    "park": ("pk",),
    "parade": ("pde",),
    "mews": ("mws",),
    "green": ("grn",),
    "view": ("vw",),
    "walk": ("wlk",),
    "boulevard": ("blvd",),
    "buildings": ("bldgs",),
    "estate": ("est",),
    "mount": ("mt",),
    "row": (),
    "gate": (),
    "bank": (),
    "circus": (),
    "cottages": (),
    "croft": (),
    "end": (),
    "field": (),
    "fold": (),
    "heights": (),
    "meadow": (),
    "meadows": (),
    "passage": (),
    "path": (),
    "quay": (),
    "vale": (),
    "villas": (),
    "wharf": (),
    "yard": (),
}
STREET_WORDS = frozenset(STREET_TYPES) | {short for shorts in STREET_TYPES.values() for short in shorts}

UNITS = word_set("flat apartment apt room unit floor studio maisonette suite")

SCHOOL_WORDS = word_set(
    "school primary secondary nursery preschool pre academy college infant infants junior juniors high grammar first "
    "middle sixth form prep preparatory community church england ce rc catholic of and the playgroup kindergarten "
    "centre center sch prim rc ce cofe catholic voluntary aided controlled foundation trust free special upper lower "
    "pru college childcare daycare day"
)
WORKPLACE_WORDS = word_set(
    "ltd limited plc llp lp co company group and the services uk inc of practice surgery store shop branch"
)
OTHER_INSTITUTIONS = word_set(
    "hospital church court cathedral station surgery hospice parish library university abbey chapel hotel stadium"
)

HANDLE_WORDS = word_set(
    "insta instagram ig snap snapchat sc facebook fb tiktok twitter x youtube discord telegram whatsapp signal handle "
    "username user account profile page gamertag psn xbox roblox steam twitch linkedin threads bluesky"
)
LIVING = word_set(
    "live lives living lived move moved moves moving stay stays staying stayed settle settled settling based home "
    "house housed flat address refuge placed placement relocated resides residing rents renting tenancy rehoused "
    "hiding safe whereabouts"
)

USUAL_NAMES = word_set(
    """
    alex alice amy andrew anna anne ben charlie chris claire daniel david ella ellie emily emma freddie george hannah
    helen henry jacob james jane jessica joe john joseph josh kate karen katie laura leo lisa lucy luke maria mary
    matthew megan mia michael michaels mohammed muhammad noah olivia paula philip rachel richard robert ryan sam sarah
    simon sophie stephen steven susan thomas tom william zoe
    """
)
COMMON = word_set(
    # given names that are words
    """
    amber april art august autumn basil belle bill blue bob brook carol charity chase cherry chuck clay cliff crystal
    daisy dale dawn dean destiny don drew eden ernest eve faith fern flora frank gene gloria grace grant guy harmony
    harper harry hazel heath heather heaven hero holly honey hope hunter iris ivy jack jade jasmine jay jean jewel joy
    june justice lance lane laurel lily lotus love major marina mark martin may melody mercy merit miles mike myrtle
    nick olive oliver opal pansy pat patience patty paul pearl penny peter phoenix poppy precious prince prudence
    queen ray rebel reed rich river rob robin rod rose rosemary rowan roy ruby sage sandy saffron sapphire scarlet
    serenity sky skye sonny spring star stella stone storm sue summer sunny tara teddy temperance tiger trinity verity
    victor victoria viola violet wade warren will willow winter wren
    """
    # family names that are words, or too usual
    """
    abbot adams allen ash baker ball banks barber barker bell berry best bird bishop black booth bond brown bull burn
    burns bush butcher butler carpenter carter chambers chance church clark clarke cole collins cook cooper cross davies
    davis day driver duke ellis evans farmer fields fisher fleming flint flower flowers forest forester fox freeman
    frost gardener gardner glass gold golden good goodman graves gray green greene griffiths hall hand hardy hart harris
    harrison hawk head hill hills holland holmes hood house howard hughes hunt jackson johnson jones judge kay king
    kings knight lamb law lee lewis little long lord love lowe mann marsh marshall mason may mills mitchell moor moore
    morgan morris moss newman noble north page palmer parker parks parrot parsons patel phillips piper pitt poole pope
    porter potter power powers price proctor read reeves rhodes rice roberts robinson rogers rule russell sawyer sharp
    shaw shepherd short skinner small smith snow speed spencer stevens stewart street strong swan swift tanner taylor
    thompson thorne townsend tree turner tyler underwood vale wall walker waller ward waters watson watts weaver webb
    webster wells west wheeler white wilkinson williams wilson winters wood woods worth wright york young
    """
    # words of streets, houses and schools
    """
    abbey acre alma apple back barn barns bay beach bear beech belmont birch boundary bramble bridge broad
    broadway brook brow bungalow canal castle cedar central chapel chestnut clifton coach common corner cottage country
    county crown dairy dam down duck east elm estate fair farm ferry field fir first five flats forge foundry four
    front garage garden gate grange great green grove harbour haven hawthorn heron high highfield hillside hollow
    home homes horse inn island kestrel kestrels kings lake laburnum larch lark larches laurels leisure library lilac
    lime linden little lodge london long lower main maltings manor maple market meadow mews middle mill millennium moat
    mount mulberry new nook nursery oak oaks old orchard orchards over oxford paddock paradise park parkside parsonage
    pine poplar poplars post priory prospect quarry railway rectory red regent ridge riverside royal rural saint school
    sea second side silver smithy south spinney spire spring springfield square stables station stonebridge sun
    sunnyside sycamore temple the three tower town trinity two union upper vicarage victoria victory view village villa
    vine walnut warehouse water watermill wellington westfield wheatsheaf windmill windsor woodland woodlands woodside
    yew
    """
    # words nurseries are named with
    """
    acorn angel badger bear bee bluebell bright bubble bumblebee bunny busy butterfly button caterpillar cub cuckoo
    dolphin dragonfly duckling explorer first giggle hedgehog happy jigsaw jungle kangaroo kite kitten ladybird learner
    learning lion lollipop magic monkey mouse otter owl panda penguin puffin puddle rabbit rainbow rocket seedling smile
    sparkle sparrow squirrel star starfish step stepping sunbeam sunflower sunshine tadpole tiny toad tot toy treasure
    treetop twinkle wonder
    """
)


def is_common(word: str) -> bool:
    """Tell whether a folded word stands for too many things to give one of them away by itself."""
    return len(word) < 3 or word in COMMON or word in USUAL_NAMES


def is_word(name: str) -> bool:
    """Tell whether a folded given name is an ordinary word as well, so that only its place in a sentence can tell."""
    return len(name) < 3 or name in COMMON


#: What people do and most things do not: after a word that is also a name, it is the name.
DEEDS = word_set(
    "said says asked asks told tells enjoyed enjoys loves loved likes liked misses missed wants wanted thinks thought "
    "feels felt cried laughed smiled played plays drew hugged sleeps slept ate eats settled starts started joined "
    "wrote writes speaks spoke talked talks knows knew hopes hoped wishes wished attends attended lives lived went "
    "goes came comes called rang texted needs chose prefers refused waved met saw has had is was does did isn "
    "wasn doesn sends sent wears wore turned turns received"
)
DOES = DEEDS - word_set("is was has had does did isn wasn doesn turned turns")
IS = DEEDS - DOES
#: Words before which a name comes next.
CALLED = word_set("called named daughter son baby little sister brother hello hi dear")
#: Words before a noun: what follows is a thing.
A_THING = word_set(
    "the a an of this that these those his her its their our your my some any no each every good free full last first"
)
#: What is somebody's, and how somebody is.
KIN = word_set(
    "her his their your our mum mummy mother dad daddy father brother sister twin nan nana gran grandad auntie uncle "
    "teacher school nursery birthday bag coat shoes room bed bear drawing friend friends new favourite class carer"
)
WELL = word_set("been well fine poorly happy sad ill ok okay here settled asleep doing going having at with")
#: Words that go between somebody's name and what they did.
BETWEEN = word_set("then also really just still now always never often who already only soon again once later today")
TRADES = word_set(
    "bakery cafe garage salon pharmacy takeaway restaurant bar pub factory warehouse clinic solicitors accountants "
    "builders motors cars taxis hairdressers barbers butchers bakers florist florists stores nursery dental "
    "veterinary vets vet opticians practice surgery"
)
#: Names that are words one begins a sentence with, or that go with any subject.
DOING = word_set("will may mark hope grant sue rob pat bill drew jack chase chuck don art price dean guy rose bob nick")
MONTHS = word_set("april may june august summer autumn winter spring")
_IN_TIME = word_set(
    "in on by since until till from during early late mid next last this of to through before after for"
)


def is_month_here(word: str, before: str, after: str) -> bool:
    """Tell whether a name that is also a month stands for the month, by the words on its two sides."""
    return word in MONTHS and (before in _IN_TIME or before[:1].isdigit() or after[:1].isdigit())
