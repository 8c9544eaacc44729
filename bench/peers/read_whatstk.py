"""whatstk reads one export. It refuses more than 50 MB unless told."""

import json
import sys

from whatstk import WhatsAppChat

chat = WhatsAppChat.from_source(sys.argv[1], max_size=None)
print(json.dumps({"messages": len(chat.df), "system": 0}))
