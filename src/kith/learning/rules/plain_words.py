"""Words that begin with a capital letter in what social workers write, and name nobody. Our own list, not complete."""

from kith.engines.guard.matching.words import word_set

NOT_A_NAME = word_set(
    """
    the a an and but or so if as at in on of for from with without by to into about after before during while
    when where why how since until because although though however also then now today yesterday tomorrow later
    earlier first second third last next once again soon still just only perhaps maybe sometimes often usually
    my our your his her its their me us him them no not yes all both each every some many most few several
    another other such more less dear hello thanks thank please both is are was were be being been do does did
    have has had can could will would shall should may might must let having doing working using thinking
    looking asking knowing seeing hearing going coming making taking covid-19 we he she they it you one who what
    which this that these those somebody someone everybody everyone anybody anyone nobody there here people
    parents carers mothers fathers children boys girls adults teenagers siblings relatives colleagues workers
    managers teachers researchers authors trainers students practitioners research evidence practice discussion
    reading learning listening talking i i'm i've i'd i'll i’m i’ve i’d i’ll ok monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september october november
    december christmas easter ramadan eid diwali hanukkah vaisakhi english welsh scottish irish british european
    polish romanian somali urdu bengali punjabi arabic kurdish french spanish portuguese roma muslim christian
    jewish hindu sikh black white asian african caribbean england wales scotland ireland britain uk europe
    london mum mummy dad daddy nan grandma grandad granny father mother

    act acts article section part schedule regulations directive code guidance paragraph rule rules practice
    direction children child family families human rights data protection equality care mental health capacity
    online safety adoption domestic abuse crime policing education investigatory powers freedom information
    court courts tribunal judge magistrates guardian cafcass cymru social work worker workers england standards
    standard professional regulator registration digital capabilities capability statement framework pcf kss
    knowledge skills practitioner supervisor local authority council service services department trust board
    partnership safeguarding nspcc ofsted ofcom police nhs camhs mash lado iro asye nqsw basw scie ico cqc dfe
    ukcis ceop gdpr covid marac dash plo team manager practice educator senior principal head director officer
    lead advocate solicitor working together signs strengthening contextual safety plan assessment conference
    review core group strategy meeting supervision reflection reflective training course module webinar workshop
    conference

    android apple bing bluesky chatgpt copilot discord facebook facetime fortnite gmail google icloud instagram
    ipad iphone kik linkedin mastodon messenger meta microsoft minecraft netflix outlook pinterest playstation
    reddit roblox safari signal skype snapchat snap teams telegram threads tiktok tumblr twitch twitter viber
    wechat whatsapp wikipedia windows word excel powerpoint xbox youtube zoom internet wi-fi wifi bluetooth kith

    gibbs kolb morrison driscoll borton bowlby maslow bronfenbrenner dr mr mrs ms miss prof
    """
)
