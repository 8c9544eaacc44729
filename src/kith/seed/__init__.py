"""The demonstration borough of Brackwater: made-up families with whole stories, made through actions.

It is the demo, the data of the journeys and the screenshots. Nobody in it is real: telephone numbers come from the
ranges that Ofcom keeps for drama, postcodes from areas that do not exist, addresses from example.org. The surnames
(`MARKERS`) occur nowhere else, so that a test can look for them where no personal word may be.
"""

#: Surnames of the borough's families. None may be found in a log line, an address of a page or the title of a PDF.
MARKERS = ("Quillfeather", "Tarnbrook", "Osterwick", "Wrenmarsh", "Larkspur", "Larkrise")

#: The password of everybody in the demonstration. It opens made-up data on a machine of one's own and nothing else.
PASSWORD = "made-up borough"
