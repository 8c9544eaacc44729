"""Given names and what people make of them: Kate for Katherine, Bill for William. Our own list, and modest."""

_FAMILIES = tuple(
    frozenset(line.split())
    for line in """
    katherine catherine kathryn katharine kathleen kate katie kathy cathy cath kath kat kitty kay kit
    elizabeth elisabeth liz lizzie lizzy beth betty bess bessie betsy eliza libby elsie lisbeth
    margaret maggie meg megan peggy madge marge margie greta mags
    william will bill billy willy willie liam
    robert rob bob bobby robbie bert
    richard rick ricky dick rich richie
    edward ed eddie ted teddy ned eddy
    alexander alex sandy alec xander lex sasha al alasdair alistair
    alexandra alex sandra lexi lexie sasha ally
    james jim jimmy jamie jem
    john jack johnny jon jonny
    jonathan jon jonny johnny
    joseph joe joey jo
    josephine jo josie joey fifi
    thomas tom tommy
    michael mike mick mickey mikey
    matthew matt matty
    anthony antony tony ant
    andrew andy drew
    daniel dan danny
    david dave davy davey dai
    christopher chris kit topher
    christina christine chris chrissie tina kirsty kristina kristin
    nicholas nick nicky nico
    nicola nicky nicki nic
    benjamin ben benny benji
    samuel sam sammy
    samantha sam sammy
    stephen steven steve stevie
    peter pete
    patrick pat paddy
    patricia pat patty patsy trish tricia
    charles charlie chas chuck
    charlotte lottie charlie lotte char
    frederick fred freddie freddy
    gregory greg
    henry harry hal hank
    harold harry hal
    harriet hattie harri
    edwin eddie ed
    rebecca becky becca bex becks
    deborah debbie deb debs debra
    susan sue susie suzie suzy
    susannah sue susie suzie suzy
    victoria vicky vicki tori vic
    jennifer jenny jen jenni jenna
    jessica jess jessie
    jacqueline jackie jacqui jacki
    amanda mandy
    emily em emmy millie
    emma em emmy
    amelia amy millie milly mel
    isabella isabelle isabel bella izzy izzie issy belle
    olivia liv livvy ollie
    oliver ollie olly
    eleanor ellie nell nellie nora lenny ella
    helen nell nellie nelly lena
    abigail abi abby abbie gail
    victor vic
    vincent vince vinnie
    leonard len lenny leo
    lawrence laurence larry laurie loz
    timothy tim timmy
    philip phil pip
    philippa pippa pip
    penelope penny nell
    theodore theo ted teddy
    theodora thea dora teddy
    dorothy dot dottie dolly dora
    florence flo florrie flossie
    georgina george georgie gina
    georgia georgie
    gabrielle gabby gabi
    gabriel gabe
    joshua josh
    zachary zach zack zac
    nathaniel nathan nate nat
    natalie nat
    natasha tasha nat
    dominic dom nic
    raymond ray
    ronald ron ronnie
    kenneth ken kenny
    gerald gerry jerry
    geoffrey jeffrey geoff jeff
    jeremy jerry jez
    jeremiah jerry jez
    reginald reg reggie
    albert bert bertie al
    rosemary rose rosie
    rosalind ros rosie
    annabelle annabel anna belle bella
    ann anne annie nan
    angela angie ange
    barbara babs barb barbie
    caroline carrie caz caro
    carolyn carrie lyn caz
    cynthia cindy
    francis frank frankie fran
    frances fran frankie fanny
    gillian jill gill jilly
    janet jan
    joanna joanne jo
    judith judy jude
    kimberley kim kimmy
    lillian lily lil lilly
    louise lou lulu
    louis lou lewis
    madeleine maddie maddy
    maria mary mia molly
    matilda tilly mattie tilda
    mohammed muhammad mohamed mo
    pamela pam
    rachel rach
    sarah sally sal sadie
    sophia sophie soph
    stephanie steph stevie
    theresa teresa terry tess tessa
    valerie val
    veronica ronnie vera
    winifred winnie freda
    yvonne eve vonnie
    agnieszka aga
    aleksandra ola
    katarzyna kasia
    malgorzata gosia
    joanna asia
    magdalena magda lena
    krzysztof krzys
    ottoline otti ottie
    """.strip().splitlines()
)


GIVEN_NAMES = frozenset().union(*_FAMILIES)


def other_forms(name: str) -> frozenset[str]:
    """Give the other folded names that somebody of this folded given name may go by."""
    return frozenset().union(*(family for family in _FAMILIES if name in family)) - {name}
